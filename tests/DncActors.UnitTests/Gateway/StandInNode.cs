using System.Runtime.CompilerServices;
using System.Threading.Channels;
using DncActors.Contracts.Events;
using DncActors.Contracts.Nodes;
using DncActors.Domain.Ledger;
using DncActors.Domain.Organizations;

namespace DncActors.UnitTests.Gateway;

/// <summary>A node with one organization, and a log that a test writes.</summary>
public sealed class StandInNode : IPublishedDocuments, INodeReadiness, IEventStreams
{
    readonly Channel<Change> _changes = Channel.CreateUnbounded<Change>();

    public OrganizationDocuments Documents { get; set; } = OrganizationDocuments.Of(new Organization("default", 1, false, "Default", "US"));

    public string? WhyNot { get; set; }

    public ValueTask<long> ReadAppliedAsync(CancellationToken cancellation) => new(7L);

    /// <summary>The place that the last stream began behind.</summary>
    public long? FollowedAfter { get; private set; }

    public void Append(Change change) => _changes.Writer.TryWrite(change);

    public ValueTask<OrganizationDocuments?> FindAsync(string organization) => new(organization == "default" ? Documents : null);

    public IAsyncEnumerable<Change> FollowEntriesAsync(string organization, long after, CancellationToken cancellation) => FollowAsync(after, cancellation);

    public IAsyncEnumerable<Change> FollowGroupAsync(string organization, string userGroupId, long after, CancellationToken cancellation) =>
        FollowAsync(after, cancellation);

    async IAsyncEnumerable<Change> FollowAsync(long after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        FollowedAfter = after;
        await foreach (var change in _changes.Reader.ReadAllAsync(cancellation)) yield return change;
    }
}
