using DncActors.Domain.Ledger;
using DncActors.Domain.Organizations;
using DncActors.Grains.Following;

namespace DncActors.Grains.Organizations;

/// <summary>The documents as plans are made with them: none before the node has read the log to its head, or something that is there would be called
/// missing.</summary>
sealed class FollowedDocuments(PublishedDocuments documents, Follower follower) : IPublishedDocuments
{
    /// <exception cref="LedgerUnavailableException">This node does not know the documents yet.</exception>
    public ValueTask<OrganizationDocuments?> FindAsync(string organization) => follower.Ready
        ? new(documents.Find(organization)?.Documents)
        : throw new LedgerUnavailableException("The node is still loading what is published.");
}
