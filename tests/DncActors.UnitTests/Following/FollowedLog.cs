using System.Collections.Immutable;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Ledger;
using DncActors.Domain.Registry;
using DncActors.Grains.Events;

namespace DncActors.UnitTests.Following;

/// <summary>A log in memory that a follower can be loaded from and handed batches of, in whatever way a test likes.</summary>
sealed class FollowedLog(ImmutableArray<Change> changes) : ILedger, IChangeLog, ILogIdentity, ILogDurability, IDocumentStore, IBlockSource
{
    public static readonly LogIdentity OtherLog = new(Guid.Empty, 1, 2);

    Action<CommittedBatch> _subscriber = _ => { };

    public LogIdentity Started { get; } = new(Guid.Empty, 1, 1);

    public bool IsAnother { get; set; }

    /// <summary>Which it is by now.</summary>
    public LogIdentity Log { get; set; } = new(Guid.Empty, 1, 1);

    /// <summary>Up to where standbys have it.</summary>
    public long Kept { get; set; } = long.MaxValue;

    /// <summary>How much of the log is committed.</summary>
    public int Committed { get; set; }

    /// <summary>How much more than was committed at the beginning of the loading shows in what is loaded.</summary>
    public Action WhileLoading { get; set; } = () => { };

    /// <summary>What happens when the blocks are all read and their end is not: it may throw.</summary>
    public Action BehindTheBlocks { get; set; } = () => { };

    /// <summary>How often a page of it was read.</summary>
    public int Pages { get; private set; }

    public IEnumerable<Change> Known => changes.Take(Committed);

    public long Head => Committed == 0 ? 0 : changes[Committed - 1].Sequence;

    public void HandOver(CommittedBatch batch) => _subscriber(batch);

    /// <summary>The changes from one place to another as a batch.</summary>
    public CommittedBatch Batch(int from, int to) => new(from == 0 ? 0 : changes[from - 1].Sequence, changes[to - 1].Sequence, changes[from..to]);

    public void Subscribe(Action<CommittedBatch> onCommitted) => _subscriber = onCommitted;

    public Task<long> ReadHeadAsync(CancellationToken cancellation) => Task.FromResult(Head);

    public ValueTask UpToAsync(long sequence, CancellationToken cancellation) =>
        sequence <= Kept ? ValueTask.CompletedTask : throw new LedgerUnavailableException("The standby is away.");

    Task<IdentifiedHead> ILogIdentity.ReadHeadAsync(CancellationToken cancellation) => Task.FromResult(new IdentifiedHead(Log, Head));

    public Task<ImmutableArray<Change>> ReadAsync(long after, int limit, CancellationToken cancellation)
    {
        Pages++;
        return Task.FromResult<ImmutableArray<Change>>([.. Known.Where(c => c.Sequence > after).Take(limit)]);
    }

    public Task<ImmutableArray<Change>> ReadOrganizationAsync(string organization, long after, bool entriesOnly, int limit, CancellationToken cancellation) =>
        Task.FromResult<ImmutableArray<Change>>(
            [.. Known.Where(c => c.Sequence > after && c.Organization == organization && (!entriesOnly || StreamRules.TouchesEntries(c))).Take(limit)]);

    public Task<ImmutableArray<Change>> ReadGroupAsync(string organization, string userGroupId, long after, int limit, CancellationToken cancellation) =>
        Task.FromResult<ImmutableArray<Change>>(
            [.. Known.Where(c => c.Sequence > after && c.Organization == organization && c.What.UserGroups.Contains(userGroupId)).Take(limit)]);

    public async IAsyncEnumerable<(string Organization, Document Document, long Sequence)> ReadAllAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.Yield();
        WhileLoading();
        // Newest first: an organization may come after what belongs to it.
        foreach (var change in Known.Reverse())
        {
            if (change.What.Document is { } document) yield return (change.Organization, document, change.Sequence);
        }
    }

    async IAsyncEnumerable<IReadOnlyList<(string Organization, PointBlock Block)>> IBlockSource.ReadAllAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.Yield();
        var blocks = new Dictionary<(string, ContactPoint), PointBlock>();
        foreach (var change in Known)
        {
            foreach (var block in change.Blocks) blocks[(change.Organization, block.Point)] = block;
        }
        foreach (var chunk in blocks.Where(b => !b.Value.Until.IsNothing).Chunk(7)) yield return [.. chunk.Select(b => (b.Key.Item1, b.Value))];
        BehindTheBlocks();
    }

    public Task<CommitResult> CommitAsync(Commit commit, CommitTurn? turn = null) => throw new NotSupportedException();

    public Task<FoundCommit?> FindAsync(string organization, Guid commitId) => throw new NotSupportedException();

    public Task<Document?> ReadVersionAsync(string organization, DocumentKind kind, string id, long version, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public Task<ImmutableArray<DocumentVersion>> ReadVersionsAsync(
        string organization, DocumentKind kind, string id, long? belowVersion, int limit, CancellationToken cancellation) => throw new NotSupportedException();
}
