using DncActors.Domain.Ledger;
using DncActors.Domain.Registry;
using DncActors.Grains.ContactChecks.Index;
using DncActors.Grains.Organizations;
using DncActors.Grains.Registry;

namespace DncActors.Grains.Following;

/// <summary>Everything that this node knows by heart of the log. Applying a change twice, or an older one before the newer, ends in the same image. One
/// writer: the follower.</summary>
sealed class NodeImage(ContactIndex index, PublishedDocuments documents, ShardSequences shards)
{
    public void Apply(Change change)
    {
        foreach (var block in change.Blocks) Apply(change.Organization, block, change.Sequence);
        if (change.What.Document is { } document) documents.Apply(change.Organization, document, change.Sequence);
    }

    /// <summary>Before a loading: what an earlier one that broke off left behind may have been revoked since, and nothing would ever tell of it.</summary>
    public void Begin() => index.Clear();

    /// <summary>A contact point as the store has it: what the image is loaded from.</summary>
    public void Apply(string organization, in PointBlock block, long sequence)
    {
        index.Replace(organization, block.Point, block.Until);
        shards.Touch(organization, block.Point, sequence);
    }

    /// <summary>A document as the store has it.</summary>
    public void Apply(string organization, Document document, long sequence) => documents.Apply(organization, document, sequence);
}
