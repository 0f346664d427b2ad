using System.Collections.Immutable;
using CsCheck;
using DncActors.Contracts.Nodes;
using DncActors.Domain.Ledger;
using DncActors.Grains.Leases;
using DncActors.UnitTests.Following;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace DncActors.UnitTests.Leases;

/// <summary>A node with its real follower, keeper and acknowledgement, on a log and rows in memory; its time is the test's.</summary>
sealed class LeasedNode : IAsyncDisposable, IPeerPush
{
    readonly FollowerRun _run;

    public LeasedNode(FollowedLog log, FakeTimeProvider time, MemoryLeases rows)
    {
        (Time, Rows) = (time, rows);
        _run = new(log);
        var rules = new LeaseRules(new());
        var self = new ThisProcess("self", "here");
        Keeper = new(new(rules), rules, self, rows, log, _run.Follower, Host, time, new(), NullLogger<LeaseKeeper>.Instance);
        Acknowledgement = new(
            new(rules), rules, self, rows, log, log, this, Keeper, _run.Follower, time, new(), NullLogger<ClusterAcknowledgement>.Instance);
    }

    public FollowedLog Log => _run.Log;

    public long Applied => _run.Follower.Applied;

    public FakeTimeProvider Time { get; }

    public MemoryLeases Rows { get; }

    public LeaseKeeper Keeper { get; }

    public ClusterAcknowledgement Acknowledgement { get; }

    public ApplicationLifetime Host { get; } = new(NullLogger<ApplicationLifetime>.Instance);

    /// <summary>How the other nodes answer; nobody does at first.</summary>
    public Func<long, CommittedBatch, PushAnswer?> Peers { get; set; } = (_, _) => null;

    public async Task StartAsync()
    {
        await Acknowledgement.StartAsync(CancellationToken.None);
        await _run.StartAsync();
        await Keeper.StartAsync(CancellationToken.None);
        await PassUntilAsync(() => Keeper.Test().Holds);
    }

    /// <summary>Time passes, step by step, until it is so.</summary>
    public async Task PassUntilAsync(Func<bool> condition)
    {
        while (!condition())
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            Time.Advance(TimeSpan.FromMilliseconds(10));
            await Task.Yield();
        }
    }

    public Task<PushAnswer?> PushAsync(string node, string address, long epoch, CommittedBatch batch) => Task.FromResult(Peers(epoch, batch));

    public async ValueTask DisposeAsync()
    {
        var stopping = Keeper.StopAsync(CancellationToken.None);
        await PassUntilAsync(() => stopping.IsCompleted);
        await Acknowledgement.StopAsync(CancellationToken.None);
        Keeper.Dispose();
        Acknowledgement.Dispose();
        await _run.DisposeAsync();
    }

    public static ImmutableArray<Change> SomeLog() => SomeChanges.Gen.Single();
}
