using System.Collections.Immutable;
using DncActors.Contracts.Nodes;
using DncActors.Domain.Ledger;
using DncActors.Domain.Organizations;
using DncActors.Host.Demo;
using DncActors.Host.FirstStart;
using DncActors.Host.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;

namespace DncActors.UnitTests.Host.FirstStart;

public sealed class FirstStepsTests
{
    [Fact]
    public async Task Of_two_first_starts_at_once_the_second_follows_the_first_and_goes_on()
    {
        var store = new RacedStore(CommitOutcome.AnotherUnderThisId);
        var steps = StepsOn(store);

        await steps.StartedAsync(TestContext.Current.CancellationToken);

        Assert.Null(steps.WhyNot);
        Assert.Equal(RacedStore.HeadOfTheOther, store.Followed);
    }

    [Fact]
    public async Task A_first_start_that_is_told_of_its_own_commit_goes_on_too()
    {
        var store = new RacedStore(CommitOutcome.AlreadyThere);
        var steps = StepsOn(store);

        await steps.StartedAsync(TestContext.Current.CancellationToken);

        Assert.Null(steps.WhyNot);
        Assert.Equal(RacedStore.HeadOfTheOther, store.Followed);
    }

    [Fact]
    public async Task A_start_waits_until_its_own_node_has_loaded_though_all_others_are_up_to_the_head()
    {
        var store = new RacedStore(CommitOutcome.AlreadyThere) { StillLoading = 3 };
        var steps = StepsOn(store);

        await steps.StartedAsync(TestContext.Current.CancellationToken);

        Assert.Null(steps.WhyNot);
        Assert.Equal(0, store.StillLoading);
    }

    static FirstSteps StepsOn(RacedStore store)
    {
        var demo = new DemoStep(store, store, null!, null!, null!, TimeProvider.System, NullLogger<DemoStep>.Instance);
        var options = new DncOptions { Demo = false, BootstrapKey = "a-key-of-the-second" };
        var lifetime = new ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance);
        var pages = new PagesAddress(new ServiceCollection().BuildServiceProvider(), options);
        return new(options, store, store, store, store, demo, pages, TimeProvider.System, lifetime, NullLogger<FirstSteps>.Instance);
    }

    /// <summary>A store that is empty when it is looked at, and has another process's first start in it when one is to be written.</summary>
    sealed class RacedStore(CommitOutcome outcome) : ILedger, IChangeLog, IAcknowledgement, IPublishedDocuments
    {
        internal const long HeadOfTheOther = 2;

        long head;

        internal long Followed { get; private set; }

        /// <summary>How often the documents are not known yet.</summary>
        internal int StillLoading { get; set; }

        public Task<CommitResult> CommitAsync(Commit commit, CommitTurn? turn = null)
        {
            head = HeadOfTheOther;
            return Task.FromResult(new CommitResult(outcome, head, null, null));
        }

        public Task<long> ReadHeadAsync(CancellationToken cancellation) => Task.FromResult(head);

        public ValueTask UpToAsync(long sequence, CancellationToken cancellation)
        {
            Followed = Math.Max(Followed, sequence);
            return ValueTask.CompletedTask;
        }

        public ValueTask<OrganizationDocuments?> FindAsync(string organization)
        {
            if (StillLoading > 0 && StillLoading-- > 0) throw new LedgerUnavailableException("Still loading.");
            return new(Followed < HeadOfTheOther ? null : OrganizationDocuments.Of(new Organization(organization, 1, false, "Default", "US")));
        }

        public Task<FoundCommit?> FindAsync(string organization, Guid commitId) => throw new NotSupportedException();

        public void Subscribe(Action<CommittedBatch> onCommitted) => throw new NotSupportedException();

        public Task<ImmutableArray<Change>> ReadAsync(long after, int limit, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<ImmutableArray<Change>> ReadOrganizationAsync(
            string organization, long after, bool entriesOnly, int limit, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<ImmutableArray<Change>> ReadGroupAsync(string organization, string userGroupId, long after, int limit, CancellationToken cancellation) =>
            throw new NotSupportedException();
    }
}
