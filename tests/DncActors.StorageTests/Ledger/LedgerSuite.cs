using System.Collections.Immutable;
using DncActors.Domain.Ledger;
using DncActors.Domain.Organizations;

namespace DncActors.StorageTests.Ledger;

public abstract class LedgerSuite<TEngine> : StoreSuite<TEngine>
    where TEngine : IEngine, new()
{
    [Fact]
    public async Task Sequences_go_up_by_one_for_each_change_in_the_order_of_commits()
    {
        var one = await Store.Ledger.CommitAsync(Samples.Commit());
        var two = await Store.Ledger.CommitAsync(Samples.Commit() with
        {
            Changes = [new ChangeDraft { Type = "a" }, new ChangeDraft { Type = "b" }, new ChangeDraft { Type = "c" }],
        });
        var three = await Store.Ledger.CommitAsync(Samples.Commit());

        Assert.Equal([1, 4, 5], [one.Sequence, two.Sequence, three.Sequence]);
        Assert.Equal(5, await Store.Log.ReadHeadAsync(Cancel));
        Assert.Equal([1, 2, 3, 4, 5], (await Store.Log.ReadAsync(0, 10, Cancel)).Select(c => c.Sequence));
    }

    [Fact]
    public async Task A_repeated_commit_is_already_there_and_answers_with_what_the_first_kept()
    {
        var commit = Samples.Commit() with { Reply = "first" };
        var first = await Store.Ledger.CommitAsync(commit);
        await Store.Ledger.CommitAsync(Samples.Commit());

        var again = await Store.Ledger.CommitAsync(commit with { Reply = "second" });

        Assert.Equal(new CommitResult(CommitOutcome.Done, 1, "first", null), first);
        Assert.Equal(new CommitResult(CommitOutcome.AlreadyThere, 1, "first", null), again);
        Assert.Equal(2, await Store.Log.ReadHeadAsync(Cancel));
    }

    [Fact]
    public async Task A_repeated_commit_is_found_even_when_its_guards_would_fail_now()
    {
        var lead = Samples.Lead("L1", Samples.Phone(1));
        await Store.Ledger.CommitAsync(Samples.Create(lead));
        var commit = Samples.DoNotContact(lead);
        await Store.Ledger.CommitAsync(commit);

        Assert.Equal(CommitOutcome.AlreadyThere, (await Store.Ledger.CommitAsync(commit)).Outcome);
    }

    [Fact]
    public async Task Another_fingerprint_under_the_same_id_is_told_apart_and_writes_nothing()
    {
        var commit = Samples.Create(Samples.Lead("L1"));
        await Store.Ledger.CommitAsync(commit);

        var other = await Store.Ledger.CommitAsync(Samples.Create(Samples.Lead("L2")) with { Id = commit.Id });

        Assert.Equal(CommitOutcome.AnotherUnderThisId, other.Outcome);
        Assert.Null((await Store.Leads.LoadAsync(Samples.Organization, "L2", null)).State);
    }

    [Fact]
    public async Task A_commit_is_found_by_its_id_in_its_organization_alone()
    {
        var commit = Samples.Commit() with { Reply = "kept" };
        await Store.Ledger.CommitAsync(commit);

        Assert.Equal(new FoundCommit(commit.Id, commit.Fingerprint, 1, "kept"), await Store.Ledger.FindAsync(Samples.Organization, commit.Id));
        Assert.Null(await Store.Ledger.FindAsync("other", commit.Id));
        Assert.Null(await Store.Ledger.FindAsync(Samples.Organization, Samples.Id()));
    }

    [Fact]
    public async Task Two_organizations_use_the_same_ids_without_meeting()
    {
        var commit = Samples.Create(Samples.Lead("L1", Samples.Phone(1))) with { Documents = [new DocumentWrite(Settings(1), 0)] };

        var results = await Task.WhenAll(Store.Ledger.CommitAsync(commit), Store.Ledger.CommitAsync(commit with { Organization = "other" }));

        Assert.All(results, r => Assert.Equal(CommitOutcome.Done, r.Outcome));
    }

    [Theory]
    [MemberData(nameof(Conflicts.All), MemberType = typeof(Conflicts))]
    public async Task A_guard_that_fails_makes_a_conflict_that_writes_nothing(string guard, Commit commit)
    {
        await Store.Ledger.CommitAsync(Samples.Commit() with { Documents = [new DocumentWrite(Conflicts.Role(1), 0)] });
        await Store.Ledger.CommitAsync(Samples.Commit() with { Documents = [new DocumentWrite(Conflicts.Role(2), 1)] });
        await Store.Ledger.CommitAsync(Samples.Create(Samples.Lead("L1")));
        await Store.Ledger.CommitAsync(Samples.Add(Conflicts.Revoked));
        await Store.Ledger.CommitAsync(Samples.RevokeAll(Conflicts.Revoked));
        var beside = Samples.Entry(Samples.Phone(77));

        var result = await Store.Ledger.CommitAsync(commit with { Add = [beside] });

        Assert.Equal(new CommitResult(CommitOutcome.Conflict, 0, null, guard), result);
        Assert.Equal(5, await Store.Log.ReadHeadAsync(Cancel));
        Assert.Null(await Store.Entries.ReadAsync(Samples.Organization, beside.Id, Cancel));
        Assert.Null(await Store.Ledger.FindAsync(Samples.Organization, commit.Id));
    }

    [Fact]
    public async Task Guards_that_hold_let_the_commit_pass()
    {
        await Store.Ledger.CommitAsync(Samples.Commit() with
        {
            Documents = [new DocumentWrite(Conflicts.Role(1), 0)],
            Changes = [new ChangeDraft { Type = ChangeTypes.RoleChanged, Document = Conflicts.Role(1) }, new ChangeDraft { Type = ChangeTypes.LeadsImported }],
        });
        await Store.Ledger.CommitAsync(Samples.Create(Samples.Lead("L1")));

        var result = await Store.Ledger.CommitAsync(Samples.Commit() with
        {
            Guards = [new DocumentGuard(DocumentKind.Role, "r1", 1), new DocumentGuard(DocumentKind.Role, "r2", 0)],
            // The role was published by the first change of its commit: what came behind it in the same commit does not make it newer.
            KindGuards = [new KindGuard(DocumentKind.Role, 1), new KindGuard(DocumentKind.User, 0)],
            EmptyGuards = [new EmptyGuard("sales", "dnc"), new EmptyGuard("recruiting", null)],
        });

        Assert.Equal(CommitOutcome.Done, result.Outcome);
    }

    [Fact]
    public async Task A_conflict_may_be_planned_again_under_the_same_id()
    {
        var lead = Samples.Lead("L1", Samples.Phone(1));
        await Store.Ledger.CommitAsync(Samples.Create(lead));
        await Store.Ledger.CommitAsync(Samples.DoNotContact(lead));
        var stale = Samples.DoNotContact(lead);
        Assert.Equal(CommitOutcome.Conflict, (await Store.Ledger.CommitAsync(stale)).Outcome);

        var state = (await Store.Leads.LoadAsync(Samples.Organization, "L1", null)).State!;
        var again = Samples.DoNotContact(state.Lead);
        again = again with { Id = stale.Id, Execution = again.Execution! with { Id = stale.Id } };

        Assert.Equal(CommitOutcome.Done, (await Store.Ledger.CommitAsync(again)).Outcome);
    }

    [Fact]
    public async Task Of_plans_on_the_same_version_of_a_lead_one_is_written()
    {
        var lead = Samples.Lead("L1", Samples.Phone(1));
        await Store.Ledger.CommitAsync(Samples.Create(lead));

        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Store.Ledger.CommitAsync(Samples.DoNotContact(lead))));

        Assert.Single(results, r => r.Outcome == CommitOutcome.Done);
        Assert.Equal(19, results.Count(r => r is { Outcome: CommitOutcome.Conflict, Conflict: "lead" }));
        Assert.Equal(2, (await Store.Leads.LoadAsync(Samples.Organization, "L1", null)).State!.Entries.Length);
    }

    [Fact]
    public async Task An_entry_of_a_lead_that_comes_or_goes_makes_plans_on_the_lead_stale()
    {
        var lead = Samples.Lead("L1", Samples.Phone(1));
        await Store.Ledger.CommitAsync(Samples.Create(lead));
        var entry = Samples.Entry(Samples.Phone(1), leadId: "L1");

        await Store.Ledger.CommitAsync(Samples.Add(entry));
        Assert.Equal(CommitOutcome.Conflict, (await Store.Ledger.CommitAsync(Samples.DoNotContact(lead))).Outcome);
        await Store.Ledger.CommitAsync(Samples.RevokeAll(entry));
        Assert.Equal(CommitOutcome.Conflict, (await Store.Ledger.CommitAsync(Samples.DoNotContact(lead with { Version = 2 }))).Outcome);

        var state = (await Store.Leads.LoadAsync(Samples.Organization, "L1", null)).State!;
        Assert.Equal((3, 3), (state.Lead.Version, state.Sequence));
        Assert.Equal(CommitOutcome.Done, (await Store.Ledger.CommitAsync(Samples.DoNotContact(state.Lead))).Outcome);
    }

    [Fact]
    public async Task Many_writers_at_once_are_all_written_each_whole_and_in_one_order()
    {
        var batches = new List<CommittedBatch>();
        Store.Ledger.Subscribe(batches.Add);
        var leads = Enumerable.Range(0, 400).Select(i => Samples.Lead($"L{i}", Samples.Phone(i), Samples.Email($"a{i}"))).ToArray();

        var results = await Task.WhenAll(leads.Select(async lead =>
        {
            await Store.Ledger.CommitAsync(Samples.Create(lead));
            return await Store.Ledger.CommitAsync(Samples.DoNotContact(lead));
        }));

        Assert.All(results, r => Assert.Equal(CommitOutcome.Done, r.Outcome));
        Assert.Equal(1_200, await Store.Log.ReadHeadAsync(Cancel));
        Assert.Equal(1_200, batches[^1].UpTo);
        Assert.All(batches.Zip(batches.Skip(1)), pair => Assert.Equal(pair.First.UpTo, pair.Second.After));
        var changes = batches.SelectMany(b => b.Changes).ToArray();
        Assert.Equal(Enumerable.Range(1, 1_200).Select(i => (long)i), changes.Select(c => c.Sequence));
        // The two changes of an execution stand side by side.
        Assert.All(results, r => Assert.Equal(changes[r.Sequence - 2].CommitId, changes[r.Sequence - 1].CommitId));
    }

    [Fact]
    public async Task The_subscriber_sees_a_commit_before_its_maker_hears_of_it_and_as_the_log_tells_it()
    {
        var seen = ImmutableArray<Change>.Empty;
        Store.Ledger.Subscribe(batch => seen = seen.AddRange(batch.Changes));
        var lead = Samples.Lead("L1", Samples.Phone(1), Samples.Email("ada"));
        await Store.Ledger.CommitAsync(Samples.Create(lead));

        var result = await Store.Ledger.CommitAsync(Samples.DoNotContact(lead));

        Assert.Equal(result.Sequence, seen[^1].Sequence);
        Same.As(seen, await Store.Log.ReadAsync(0, 10, Cancel));
    }

    [Fact]
    public async Task A_second_subscriber_is_refused()
    {
        Store.Ledger.Subscribe(_ => { });
        Assert.Throws<InvalidOperationException>(() => Store.Ledger.Subscribe(_ => { }));
        Assert.Equal(CommitOutcome.Done, (await Store.Ledger.CommitAsync(Samples.Commit())).Outcome);
    }

    [Fact]
    public async Task A_commit_that_no_rule_would_make_is_a_fault()
    {
        var lead = Samples.Lead("L1");
        Commit[] wrong =
        [
            Samples.Commit() with { Changes = [] },
            Samples.Commit() with { Changes = default },
            Samples.Commit() with { Reply = new string('x', 4_001) },
            Samples.Commit() with { Leads = [new LeadWrite(lead, 1, true)] },
            Samples.Commit() with { Documents = [new DocumentWrite(Conflicts.Role(3), 1)] },
            Samples.Commit() with { Execution = Samples.Execution(Samples.Id(), lead, Samples.Dead) },
        ];

        foreach (var commit in wrong) await Assert.ThrowsAsync<ArgumentException>(() => Store.Ledger.CommitAsync(commit));
    }

    [Fact]
    public async Task Arrays_that_were_never_set_are_empty_ones()
    {
        var lead = Samples.Lead("L1") with { ContactPoints = default, UserGroups = default, Flags = default };
        await Store.Ledger.CommitAsync(Samples.Create(lead) with
        {
            Guards = default,
            KindGuards = default,
            EmptyGuards = default,
            Add = default,
            Revoke = default,
            Documents = default,
            Changes = [new ChangeDraft { Type = "x", Added = default, Revoked = default, UserGroups = default }],
        });

        var read = (await Store.Leads.LoadAsync(Samples.Organization, "L1", null)).State!.Lead;

        Assert.Empty(read.ContactPoints);
        Assert.Empty(read.UserGroups);
        Assert.Empty(read.Flags);
        var change = Assert.Single(await Store.Log.ReadAsync(0, 10, Cancel));
        Assert.Empty(change.What.Added);
        Assert.Empty(change.What.Revoked);
        Assert.Empty(change.What.UserGroups);
        Assert.Empty(change.Blocks);
    }

    static Organization Settings(long version) => new("settings", version, false, "Acme", "US");
}
