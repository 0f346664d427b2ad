using System.Collections.Immutable;
using System.Reflection;
using DncActors.Domain.Jobs;
using DncActors.Domain.Leads;
using DncActors.Grains.Jobs;
using DncActors.UnitTests.Following;
using DncActors.UnitTests.Leases;

namespace DncActors.UnitTests.Jobs;

public sealed class RestrictionStepsTests
{
    [Fact]
    public async Task A_step_on_a_node_that_is_behind_reads_the_log_before_it_looks_for_leads()
    {
        var log = new FollowedLog(LeasedNode.SomeLog()) { Committed = 1 };
        await using var run = new FollowerRun(log);
        await run.StartAsync();
        await run.CatchUpAsync();
        // What was committed elsewhere: nobody has told this node of it yet.
        log.Committed = 4;
        var behind = -1L;
        var leads = DispatchProxy.Create<ILeadStore, NoLeads>();
        ((NoLeads)leads).Asked = () => behind = log.Head - run.Follower.Applied;
        var steps = new RestrictionSteps(leads, null!, null!, run.Follower, TimeProvider.System, null!);

        var job = await steps.StepAsync(SomeJob());

        Assert.Equal(0, behind);
        Assert.NotNull(job.FinishedAt);
    }

    static Job SomeJob() => new(
        Guid.Empty, "acme", JobKinds.StatusRestriction, "w/s", "ann", DateTimeOffset.UnixEpoch, null, 0, null, null, null);

    /// <summary>Not sealed: the proxy derives from it.</summary>
    public class NoLeads : DispatchProxy
    {
        public Action Asked { get; set; } = () => { };

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            Asked();
            return Task.FromResult(ImmutableArray<LeadState>.Empty);
        }
    }
}
