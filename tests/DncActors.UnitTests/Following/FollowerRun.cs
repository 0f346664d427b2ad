using System.Collections.Immutable;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Ledger;
using DncActors.Grains.ContactChecks.Index;
using DncActors.Grains.Events;
using DncActors.Grains.Following;
using DncActors.Grains.Organizations;
using DncActors.Grains.Registry;
using Microsoft.Extensions.Logging.Abstractions;

namespace DncActors.UnitTests.Following;

/// <summary>A follower on a log in memory, with everything that it feeds.</summary>
sealed class FollowerRun : IAsyncDisposable
{
    static readonly string[] _organizations = ["acme", "other"];

    public FollowerRun(FollowedLog log, TimeProvider? time = null)
    {
        time ??= TimeProvider.System;
        Log = log;
        Follower = new(
            log, log, log, log, new NodeImage(Index, Documents, Shards), [Ring, Signals], time, new(), NullLogger<Follower>.Instance);
        Streams = new(new(log, Ring, Follower), Signals, Follower, new EmbeddedAcknowledgement(Follower), TimeProvider.System);
    }

    public FollowedLog Log { get; }

    public ContactIndex Index { get; } = ContactIndex.Create();

    public PublishedDocuments Documents { get; } = new();

    public ShardSequences Shards { get; } = new();

    public ChangeRing Ring { get; } = new(ChangeRing.UsualWeight);

    public StreamSignals Signals { get; } = new();

    public Follower Follower { get; }

    public EventStreams Streams { get; }

    public Task StartAsync() => Follower.StartAsync(CancellationToken.None);

    public Task CatchUpAsync() => Follower.CatchUpAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await Follower.StopAsync(CancellationToken.None);
        Follower.Dispose();
    }

    /// <summary>All that can be asked of it, as text: equal texts, equal states.</summary>
    public string Describe()
    {
        var blocks =
            from organization in _organizations
            from phone in Enumerable.Range(0, SomeChanges.Phones)
            from now in new[] { 0L, 10, 20, 30 }
            select Index.Blocks(organization, Index.KeyOf(SomeChanges.Phone(phone)), Channels.Call, now) ? '1' : '0';
        var documents =
            from organization in _organizations
            let published = Documents.Find(organization)?.Documents
            where published is not null
            from workflow in published.Workflows.Values.OrderBy(w => w.Id, StringComparer.Ordinal)
            select $"{organization} {published.Sequence} {workflow.Id} {workflow.Version} {workflow.Name}";
        return $"{string.Concat(blocks)}\n{string.Join('\n', documents)}";
    }

    /// <summary>What the log comes to, applied once and in order.</summary>
    public static string Expected(ImmutableArray<Change> changes)
    {
        var run = new FollowerRun(new(changes));
        var image = new NodeImage(run.Index, run.Documents, run.Shards);
        foreach (var change in changes) image.Apply(change);
        return run.Describe();
    }
}
