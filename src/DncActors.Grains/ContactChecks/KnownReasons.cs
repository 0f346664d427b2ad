using System.Collections.Concurrent;
using System.Collections.Immutable;
using DncActors.Contracts.Registry;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Organizations;
using DncActors.Domain.Registry;
using DncActors.Grains.Organizations;
using DncActors.Grains.Registry;

namespace DncActors.Grains.ContactChecks;

/// <summary>
/// Why contact points are blocked, as this node was told lately: who asks for the same ones again is answered without a call to the list. What is kept is good
/// only while nothing that it tells of has changed, as far as the node has followed the log: the contact point's shard, the published documents that give
/// the names, and the earliest end among the reasons.
/// </summary>
/// <param name="mostOfAGeneration">Of each of two generations; the older is forgotten as a whole when the younger is full.</param>
sealed class KnownReasons(ShardSequences shards, PublishedDocuments documents, int mostOfAGeneration)
{
    ConcurrentDictionary<Question, Known> _young = new();
    ConcurrentDictionary<Question, Known> _old = new();

    public KnownReasons(ShardSequences shards, PublishedDocuments documents)
        : this(shards, documents, 16_384)
    {
    }

    /// <summary>What an answer that is on its way will be kept under: taken before the list is asked, so that what changes meanwhile makes it
    /// useless.</summary>
    public Asked Ask(string organization, in ContactPoint point, Channels channel, long asOf) =>
        new(new(organization, point, channel), asOf, documents.Find(organization)?.Documents);

    public bool TryFind(in Asked asked, long nowMilliseconds, out ImmutableArray<VerdictReason> reasons)
    {
        reasons = [];
        if (!_young.TryGetValue(asked.Question, out var known))
        {
            if (!_old.TryGetValue(asked.Question, out known)) return false;
            Keep(asked.Question, known);
        }
        if (!ReferenceEquals(known.Documents, asked.Documents) || nowMilliseconds >= known.Until || LastChange(asked.Question) > known.AsOf) return false;
        reasons = known.Reasons;
        return true;
    }

    /// <summary>Nothing is kept of a block that could not be explained: the next one to ask may be told.</summary>
    public void Keep(in Asked asked, ImmutableArray<VerdictReason> reasons)
    {
        if (reasons.IsEmpty) return;
        var until = reasons.Min(reason => reason.Until?.ToUnixTimeMilliseconds() ?? long.MaxValue);
        Keep(asked.Question, new(asked.AsOf, asked.Documents, until, reasons));
    }

    void Keep(in Question question, Known known)
    {
        var young = _young;
        young[question] = known;
        if (young.Count <= mostOfAGeneration || Interlocked.CompareExchange(ref _young, new(), young) != young) return;
        _old = young;
    }

    long LastChange(in Question question) => shards.LastChange(question.Organization, RegistryShards.Of(question.Point));

    internal readonly record struct Question(string Organization, ContactPoint Point, Channels Channel);

    /// <param name="AsOf">The sequence that the asker's verdict is up to: the reasons are as of it, or of later.</param>
    /// <param name="Documents">What the names in the reasons were taken from, or something older.</param>
    internal readonly record struct Asked(Question Question, long AsOf, OrganizationDocuments? Documents);

    sealed record Known(long AsOf, OrganizationDocuments? Documents, long Until, ImmutableArray<VerdictReason> Reasons);
}
