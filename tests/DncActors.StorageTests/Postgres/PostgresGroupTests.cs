using DncActors.Domain.ContactPoints;
using DncActors.Domain.Leads;
using DncActors.Domain.Ledger;
using DncActors.Domain.Registry;
using Npgsql;

namespace DncActors.StorageTests.Postgres;

/// <summary>What commits of one group see of each other: the same as if each had been alone.</summary>
public sealed class PostgresGroupTests : IAsyncLifetime
{
    PostgresStore _store = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _store = await PostgresStore.StartAsync();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task Blocks_are_those_after_each_commit_though_several_of_the_group_add_to_the_same_point()
    {
        var point = Samples.Phone(1);
        var call = Samples.Entry(point, Channels.Call, expiresAt: Samples.Now.AddDays(1));
        var sms = Samples.Entry(point, Channels.Sms);

        await AsOneGroupAsync(Samples.Add(call), Samples.Add(sms), Samples.RevokeAll(call));

        var until = Samples.Now.AddDays(1).ToUnixTimeMilliseconds();
        Assert.Equal(
            [new BlockedUntil(until, 0, 0), new BlockedUntil(until, BlockedUntil.Forever, 0), new BlockedUntil(0, BlockedUntil.Forever, 0)],
            (await ChangesAsync()).Select(c => c.Blocks.Single().Until));
    }

    [Fact]
    public async Task Each_change_tells_of_its_own_points_where_its_commit_tells_of_the_same_ones_twice_or_of_none_or_is_refused()
    {
        DncEntry Add(int phone) => Samples.Entry(Samples.Phone(phone), Channels.Call);
        var (one, two, three, four) = (Add(1), Add(2), Add(3), Add(4));
        var listed = Samples.Add(one, two).Changes[0];
        var other = Samples.Add(three).Changes[0];
        var none = Samples.Commit().Changes[0];
        var commit = Samples.Add(one, two, three) with { Changes = [listed, listed with { Added = [two] }, none, none, listed, listed, other] };
        var refused = Samples.Add(Add(5)) with { Guards = [new DocumentGuard(DocumentKind.Role, "r1", 9)] };

        var results = await AsOneGroupAsync(Samples.Add(four), refused, commit);

        Assert.Equal([CommitOutcome.Done, CommitOutcome.Conflict, CommitOutcome.Done], results.Select(r => r.Outcome));
        ContactPoint[][] expected =
            [[four.Point], [one.Point, two.Point], [two.Point], [], [], [one.Point, two.Point], [one.Point, two.Point], [three.Point]];
        var changes = (await ChangesAsync()).ToArray();
        Assert.Equal(expected, changes.Select(c => c.Blocks.Select(b => b.Point).ToArray()));
        Assert.All(changes.SelectMany(c => c.Blocks), b => Assert.Equal(new BlockedUntil(BlockedUntil.Forever, 0, 0), b.Until));
    }

    [Fact]
    public async Task What_a_run_blocks_for_good_and_what_is_looked_up_for_it_stand_each_in_its_place_in_the_log_and_in_what_is_shown()
    {
        var shown = new List<Change>();
        _store.Ledger.Subscribe(batch => shown.AddRange(batch.Changes));
        var (soon, late) = (Samples.Now.AddDays(1), Samples.Now.AddDays(2));
        await _store.Ledger.CommitAsync(Samples.Add(
            Samples.Entry(Samples.Phone(1), expiresAt: late), Samples.Entry(Samples.Phone(2), Channels.Sms, expiresAt: late),
            Samples.Entry(Samples.Email("ann"), expiresAt: late)));

        await AsOneGroupAsync(
            Samples.Add(
                Samples.Entry(Samples.Phone(3), Channels.Sms), Samples.Entry(Samples.Phone(1)),
                Samples.Entry(Samples.Phone(2), Channels.Call, expiresAt: soon)),
            Samples.Add(Samples.Entry(Samples.Phone(5)), Samples.Entry(Samples.Phone(6), Channels.Sms)) with { Guards = [new(DocumentKind.Role, "r1", 9)] },
            Samples.Add(Samples.Entry(Samples.Email("ann")), Samples.Entry(Samples.Email("bob"), expiresAt: soon)),
            Samples.Add(Samples.Entry(Samples.Phone(4))));

        var stored = await ChangesAsync();
        Assert.Equal(stored.SelectMany(c => c.Blocks), shown.SelectMany(c => c.Blocks));
        Assert.Equal(
            [
                new(Samples.Phone(3), new(0, BlockedUntil.Forever, 0)),
                new(Samples.Phone(1), new(BlockedUntil.Forever, BlockedUntil.Forever, 0)),
                new(Samples.Phone(2), new(soon.ToUnixTimeMilliseconds(), late.ToUnixTimeMilliseconds(), 0)),
                new(Samples.Email("ann"), new(0, 0, BlockedUntil.Forever)),
                new(Samples.Email("bob"), new(0, 0, soon.ToUnixTimeMilliseconds())),
                new PointBlock(Samples.Phone(4), new(BlockedUntil.Forever, BlockedUntil.Forever, 0)),
            ],
            stored.SelectMany(c => c.Blocks).Skip(3));
    }

    [Fact]
    public async Task A_node_of_the_version_before_has_what_it_asks_for_looked_up()
    {
        var soon = Samples.Now.AddDays(1);
        await _store.Ledger.CommitAsync(Samples.Add(Samples.Entry(Samples.Phone(1)), Samples.Entry(Samples.Email("ann"), expiresAt: soon)));
        await using var connection = await _store.ConnectAsync();

        // All of its parameters by their names: nothing for those that are not said here.
        await using var call = new NpgsqlCommand(
            """
            set search_path to dnc;
            do $$
            declare
                said constant jsonb := jsonb_build_object(
                    'p_organization', $q$'acme'$q$, 'p_alone', 'true', 'p_id', 'array[gen_random_uuid()]', 'p_fingerprint', 'array[gen_random_uuid()]',
                    'p_actor', $q$array['ann']$q$, 'p_at', 'array[1]', 'p_reply', 'array[null]', 'p_changes', 'array[1]',
                    'p_change_commit', 'array[1]', 'p_change_place', 'array[1]', 'p_change_type', $q$array['dnc.added']$q$, 'p_change_lead', 'array[null]',
                    'p_change_since', 'array[0]', 'p_change_until', 'array[2]', 'p_change_body', $q$array['{}'::bytea]$q$,
                    'p_block_kind', 'array[1, 0]', 'p_block_value', $q$array['ann@example.com', '+12000000001']$q$);
                parameters text;
            begin
                select string_agg(format('%s => (%s)::%s', a.name, coalesce(said ->> a.name, $q$'{}'$q$), format_type(a.type, null)), ', ' order by a.n)
                into parameters
                from pg_proc p cross join lateral unnest(p.proargnames[1:p.pronargs], p.proargtypes::oid[]) with ordinality a(name, type, n)
                where p.proname = 'commit_run' and p.pronargs = 94;
                execute format('select from commit_run(%s)', parameters);
            end
            $$
            """,
            connection);
        await call.ExecuteNonQueryAsync(Cancel);

        await using var read = new NpgsqlCommand("select blocks from dnc.change order by sequence desc limit 1", connection);
        Assert.Equal(
            new long[,] { { 0, 0, soon.UtcTicks }, { BlockedUntil.Forever, BlockedUntil.Forever, 0 } }, (long[,])(await read.ExecuteScalarAsync(Cancel))!);
    }

    [Fact]
    public async Task A_second_plan_on_a_lead_of_the_group_is_a_conflict_and_one_on_what_the_first_left_is_not()
    {
        var lead = Samples.Lead("L1", Samples.Phone(1));
        var first = Samples.DoNotContact(lead);

        var results = await AsOneGroupAsync(
            Samples.Create(lead), first, Samples.DoNotContact(lead), Samples.DoNotContact(first.Leads[0].Lead), Samples.Create(lead));

        Assert.Equal(
            [CommitOutcome.Done, CommitOutcome.Done, CommitOutcome.Conflict, CommitOutcome.Done, CommitOutcome.Conflict], results.Select(r => r.Outcome));
    }

    [Fact]
    public async Task The_same_commit_twice_in_a_group_is_written_once()
    {
        var commit = Samples.Add(Samples.Entry(Samples.Phone(1))) with { Reply = "kept" };

        var results = await AsOneGroupAsync(commit, commit, commit with { Fingerprint = Samples.Id() });

        Assert.Equal([CommitOutcome.Done, CommitOutcome.AlreadyThere, CommitOutcome.AnotherUnderThisId], results.Select(r => r.Outcome));
        Assert.Equal("kept", results[1].Reply);
    }

    [Fact]
    public async Task A_document_that_is_published_in_the_group_fences_who_comes_behind_it_and_not_who_came_before()
    {
        var publish = Samples.Commit() with { Documents = [new DocumentWrite(Ledger.Conflicts.Role(1), 0)] };
        var guarded = Samples.Commit() with { Guards = [new DocumentGuard(DocumentKind.Role, "r1", 0)] };

        var results = await AsOneGroupAsync(guarded, publish, guarded with { Id = Samples.Id() });

        Assert.Equal([CommitOutcome.Done, CommitOutcome.Done, CommitOutcome.Conflict], results.Select(r => r.Outcome));
    }

    [Fact]
    public async Task An_entry_that_is_revoked_fences_the_plans_on_its_lead_though_its_commit_does_not_name_the_lead()
    {
        var lead = Samples.Lead("L1", Samples.Phone(1), Samples.Phone(2));
        var entry = Samples.Entry(Samples.Phone(1), leadId: "L1");
        await _store.Ledger.CommitAsync(Samples.Create(lead));
        await _store.Ledger.CommitAsync(Samples.Add(entry));
        var planned = lead with { Version = 2, ContactPoints = [new LeadContactPoint(Samples.Phone(2), "2", null, true)] };

        var results = await AsOneGroupAsync(Samples.Commit(), Samples.RevokeAll(entry), Samples.DoNotContact(planned));

        Assert.Equal([CommitOutcome.Done, CommitOutcome.Done, CommitOutcome.Conflict], results.Select(r => r.Outcome));
        var state = (await _store.Leads.LoadAsync("acme", "L1", null)).State!;
        Assert.Equal((3, 4, 0), (state.Lead.Version, (int)state.Sequence, state.Entries.Length));
    }

    [Fact]
    public async Task No_lead_that_a_group_makes_moves_touches_or_takes_off_the_list_has_an_entry_without_saying_so()
    {
        var leads = Enumerable.Range(0, 4).Select(i => Samples.Lead($"L{i}", Samples.Phone(i))).ToArray();
        await AsOneGroupAsync([.. leads.Select(l => Samples.Create(l))]);
        var (moved, touching) = (Samples.DoNotContact(leads[0]), Samples.Entry(Samples.Phone(1), Channels.Call, "L1", Samples.Now.AddYears(-20)));
        var made = Samples.Create(Samples.Lead("L4", Samples.Phone(4))) with { Add = [Samples.Entry(Samples.Phone(4), leadId: "L4")] };
        await AsOneGroupAsync(moved, Samples.Add(touching), made, Samples.DoNotContact(leads[2]));
        await AsOneGroupAsync(Samples.RevokeAll(moved.Add[0]), Samples.RevokeAll(touching), Samples.RevokeAll(moved.Add[1]));

        Assert.Equal(3, await CountAsync("select count(*) from lead where flagged_until > 0"));
        Assert.Equal(0, await CountAsync(
            """
            select count(*) from lead l where l.flagged_until = 0 and exists (
                select from entry e where e.organization = l.organization and e.lead_id = l.id and e.revoked_at is null)
            """));
    }

    [Fact]
    public async Task Organizations_of_one_group_are_written_side_by_side()
    {
        var commits = Enumerable.Range(0, 30)
            .Select(i => Samples.Create(Samples.Lead($"L{i / 3}", Samples.Phone(i / 3))) with { Organization = $"org-{i % 3}" }).ToArray();

        var results = await AsOneGroupAsync(commits);

        Assert.All(results, r => Assert.Equal(CommitOutcome.Done, r.Outcome));
        Assert.Equal(Enumerable.Range(1, 30).Select(i => (long)i), (await ChangesAsync()).Select(c => c.Sequence));
        Assert.Equal(results.Select(r => r.Sequence).Order(), (await ChangesAsync()).Select(c => c.Sequence));
    }

    [Fact]
    public async Task A_commit_with_what_no_text_can_hold_fails_alone()
    {
        var bad = Samples.Add(Samples.Entry(Samples.Phone(1)) with { Reason = "nul \0" });
        var entry = Samples.Entry(Samples.Phone(2));
        var good = Samples.Add(entry);
        var held = HoldAsync();
        var refused = _store.Ledger.CommitAsync(bad);
        var written = _store.Ledger.CommitAsync(good);
        (await held)();

        await Assert.ThrowsAsync<InvalidOperationException>(() => refused);
        Assert.Equal(CommitOutcome.Done, (await written).Outcome);
    }

    async Task<CommitResult[]> AsOneGroupAsync(params Commit[] commits)
    {
        var letGo = await HoldAsync();
        var results = commits.Select(commit => _store.Ledger.CommitAsync(commit)).ToArray();
        letGo();
        return await Task.WhenAll(results);
    }

    /// <summary>Holds the writer up, so that what is queued meanwhile is one group; returns what lets it go.</summary>
    async Task<Action> HoldAsync()
    {
        var letGo = new ManualResetEventSlim();
        var writerIsIn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _store.Faults.BeforeWrite = _ =>
        {
            writerIsIn.TrySetResult();
            letGo.Wait(Cancel);
        };
        var held = _store.Jobs.SaveAsync(new Domain.Jobs.Job(Samples.Id(), "acme", "none", "", "ann", Samples.Now, null, 0, null, null, null));
        await writerIsIn.Task;
        _store.Faults.BeforeWrite = null;
        return () =>
        {
            letGo.Set();
            _ = held;
        };
    }

    async Task<IEnumerable<Change>> ChangesAsync() => await _store.Log.ReadAsync(0, 1_000, Cancel);

    async Task<long> CountAsync(string sql)
    {
        await using var connection = await _store.ConnectAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (long)(await command.ExecuteScalarAsync(Cancel))!;
    }
}
