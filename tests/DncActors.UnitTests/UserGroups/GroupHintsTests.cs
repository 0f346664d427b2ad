using System.Collections.Concurrent;
using System.Reflection;
using DncActors.Contracts.UserGroups;
using DncActors.Domain.Ledger;
using DncActors.Grains.UserGroups;
using DncActors.UnitTests.Telemetry;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace DncActors.UnitTests.UserGroups;

public sealed class GroupHintsTests
{
    static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task A_group_that_could_not_be_told_is_counted_and_told_again_and_keeps_nobody_else_from_being_told()
    {
        using var meters = new HeardMeters();
        using var instruments = new GroupInstruments(meters);
        var time = new FakeTimeProvider();
        var groups = new Groups();
        groups.Broken["acme/east"] = 0;
        using var hints = new GroupHints(groups.Factory, time, instruments, NullLogger<GroupHints>.Instance);
        await hints.StartAsync(CancellationToken.None);

        hints.OnApplied([Concerning(7, "east"), Concerning(8, "west")], 6, 8);
        hints.OnMoved(8);
        await PassUntilAsync(() => groups.Told.ContainsKey("acme/west") && Untold() == 1);
        Assert.False(groups.Told.ContainsKey("acme/east"));

        groups.Broken.Clear();
        await PassUntilAsync(() => Untold() == 0);
        Assert.Equal(7, groups.Told["acme/east"]);
        await hints.StopAsync(CancellationToken.None);

        double Untold()
        {
            meters.Look();
            return meters.Heard["dnc.user_groups.untold"];
        }

        async Task PassUntilAsync(Func<bool> isSo)
        {
            while (!isSo())
            {
                TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
                time.Advance(Step);
                await Task.Yield();
            }
        }
    }

    static Change Concerning(long sequence, string group) => new(
        sequence, Guid.Empty, "acme", default, "ann", new() { Type = ChangeTypes.LeadMoved, LeadId = "L-1", UserGroups = [group] }, []);

    sealed class Groups
    {
        public Groups()
        {
            Factory = DispatchProxy.Create<IGrainFactory, Reference>();
            ((Reference)Factory).Of = this;
        }

        public IGrainFactory Factory { get; }

        public ConcurrentDictionary<string, byte> Broken { get; } = [];

        public ConcurrentDictionary<string, long> Told { get; } = [];
    }

    /// <summary>The factory, and what it gives out.</summary>
    public class Reference : DispatchProxy
    {
        string _group = "";

        internal object? Of { get; set; }

        protected override object Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            var groups = (Groups)Of!;
            if (targetMethod!.Name == nameof(IUserGroupGrain.HintAsync))
            {
                if (groups.Broken.ContainsKey(_group)) return Task.FromException(new InvalidOperationException("It cannot become active."));
                groups.Told[_group] = (long)args![0]!;
                return Task.CompletedTask;
            }
            var group = DispatchProxy.Create<IUserGroupGrain, Reference>();
            var reference = (Reference)(object)group;
            (reference.Of, reference._group) = (groups, (string)args![0]!);
            return group;
        }
    }
}
