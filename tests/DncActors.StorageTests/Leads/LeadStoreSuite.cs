using DncActors.Domain.ContactPoints;
using DncActors.Domain.Leads;
using DncActors.Domain.Ledger;
using DncActors.Domain.Paging;
using DncActors.Domain.Registry;

namespace DncActors.StorageTests.Leads;

public abstract class LeadStoreSuite<TEngine> : StoreSuite<TEngine>
    where TEngine : IEngine, new()
{
    [Fact]
    public async Task A_lead_is_read_back_as_it_was_written()
    {
        var until = Samples.Now.AddDays(3);
        var flag = new LeadFlag(Samples.Id(), Channels.Phone, Domain.Workflows.ContactPointSelection.Primary, "asked", Samples.Now, "ann", until);
        var lead = Samples.Lead("L1", Samples.Phone(1), Samples.Email("ada")) with
        {
            Name = "Ümit Ödön 山田 \"the\" <b>",
            Attributes = """{"a": [1, 2.50, null], "ü": "\u00fc"}""",
            Flags = [flag],
            ImportId = Samples.Id(),
        };
        await Store.Ledger.CommitAsync(Samples.Create(lead));
        var plain = new Lead("L2", 1, "lead", Samples.New, null, [], [], "{}", [], Samples.Now, Samples.Now, "ann", null);
        await Store.Ledger.CommitAsync(Samples.Create(plain));

        Same.As(new LoadedLead(new LeadState(lead, [], 1), null, null), await Store.Leads.LoadAsync("acme", "L1", null));
        Same.As(new LoadedLead(new LeadState(plain, [], 2), null, null), await Store.Leads.LoadAsync("acme", "L2", Samples.Id()));
    }

    [Fact]
    public async Task A_lead_that_is_not_there_is_null_and_the_commit_that_was_asked_for_still_found()
    {
        var commit = Samples.Commit() with { Reply = "r" };
        await Store.Ledger.CommitAsync(commit);

        var loaded = await Store.Leads.LoadAsync("acme", "nobody", commit.Id);

        Assert.Null(loaded.State);
        Assert.Null(loaded.Execution);
        Assert.Equal(new FoundCommit(commit.Id, commit.Fingerprint, 1, "r"), loaded.Found);
    }

    [Fact]
    public async Task A_load_brings_the_leads_own_entries_that_are_not_revoked_and_the_execution_asked_for()
    {
        var lead = Samples.Lead("L1", Samples.Phone(1), Samples.Phone(2));
        await Store.Ledger.CommitAsync(Samples.Create(lead));
        await Store.Ledger.CommitAsync(Samples.Add(Samples.Entry(Samples.Phone(1))));
        var commit = Samples.DoNotContact(lead);
        var result = await Store.Ledger.CommitAsync(commit);
        await Store.Ledger.CommitAsync(Samples.RevokeAll(commit.Add[0]));

        var loaded = await Store.Leads.LoadAsync("acme", "L1", commit.Id);

        Same.As(commit.Add.RemoveAt(0), loaded.State!.Entries);
        Same.As(commit.Execution, loaded.Execution);
        Same.As(commit.Execution, await Store.Leads.ReadExecutionAsync("acme", commit.Id, Cancel));
        Assert.Equal(result.Sequence, loaded.Found!.Sequence);
        Assert.Equal((3, 5), (loaded.State.Lead.Version, loaded.State.Sequence));
        Assert.Null(await Store.Leads.ReadExecutionAsync("other", commit.Id, Cancel));
    }

    [Fact]
    public async Task Loads_at_the_same_time_each_get_their_own_lead()
    {
        await Store.Ledger.CommitAsync(Samples.Create([.. Enumerable.Range(0, 300).Select(i => Samples.Lead($"L{i}", Samples.Phone(i)))]));

        var loaded = await Task.WhenAll(Enumerable.Range(0, 600).Select(i => Store.Leads.LoadAsync("acme", $"L{i}", null)));

        Assert.Equal(
            Enumerable.Range(0, 600).Select(i => i < 300 ? $"L{i}" : null),
            loaded.Select(l => l.State?.Lead.Id));
    }

    [Fact]
    public async Task Loads_at_the_same_time_each_get_their_own_entries_and_their_own_commit_whatever_the_others_have()
    {
        var (held, flagged, plain) = (Samples.Lead("held", Samples.Phone(1)), Samples.Lead("flagged", Samples.Phone(2)), Samples.Lead("plain"));
        await Store.Ledger.CommitAsync(Samples.Create(held, flagged, plain));
        var (first, second, other) = (Samples.DoNotContact(held), Samples.DoNotContact(flagged) with { Add = [] }, Samples.Commit());
        foreach (var commit in new[] { first, second, other }) await Store.Ledger.CommitAsync(commit);
        (string Lead, Guid? Commit)[] asks =
            [("held", first.Id), ("flagged", second.Id), ("plain", first.Id), ("nobody", second.Id), ("held", other.Id), ("held", null)];

        var loaded = await Task.WhenAll(asks.Concat(asks).Select(a => Store.Leads.LoadAsync("acme", a.Lead, a.Commit)));

        for (var i = 0; i < loaded.Length; i++)
        {
            var (lead, commit) = asks[i % asks.Length];
            Assert.Equal(lead == "nobody" ? null : lead, loaded[i].State?.Lead.Id);
            Same.As(lead == "held" ? first.Add : [], loaded[i].State?.Entries ?? []);
            Assert.Equal(commit, loaded[i].Found?.Id);
            Same.As(commit == first.Id ? first.Execution : commit == second.Id ? second.Execution : null, loaded[i].Execution);
        }
    }

    [Fact]
    public async Task A_lead_comes_with_each_of_its_entries_until_it_is_revoked_also_where_it_was_not_written_itself_or_the_entry_has_expired()
    {
        var expired = Samples.Entry(Samples.Phone(1), Channels.Call, "L1", Samples.Now.AddYears(-20));
        var own = Samples.Entry(Samples.Phone(1), Channels.Sms, "L1");
        await Store.Ledger.CommitAsync(Samples.Create(Samples.Lead("L1", Samples.Phone(1))) with { Add = [expired] });

        Assert.Equal([expired.Id], await HeldAsync());
        await Store.Ledger.CommitAsync(Samples.Add(own));
        Assert.Equal([expired.Id, own.Id], await HeldAsync());
        await Store.Ledger.CommitAsync(Samples.RevokeAll(own));
        Assert.Equal([expired.Id], await HeldAsync());
        await Store.Ledger.CommitAsync(Samples.RevokeAll(expired));
        Assert.Empty(await HeldAsync());

        async Task<IEnumerable<Guid>> HeldAsync() => (await Store.Leads.LoadAsync("acme", "L1", null)).State!.Entries.Select(e => e.Id);
    }

    [Theory]
    [InlineData(EntrySource.Manual)]
    [InlineData(EntrySource.Import)]
    [InlineData(EntrySource.OptOut)]
    public async Task An_entry_of_a_lead_that_is_neither_an_actions_nor_its_statuss_is_refused_as_made_wrongly(EntrySource source)
    {
        var entry = Samples.Entry(Samples.Phone(1), leadId: "L1") with { Source = source };

        var fault = await Assert.ThrowsAsync<ArgumentException>(() => Store.Ledger.CommitAsync(Samples.Add(entry)));

        Assert.Contains($"the source {source}", fault.Message, StringComparison.Ordinal);
        Assert.Equal(0, await Store.Log.ReadHeadAsync(Cancel));
    }

    [Fact]
    public async Task Ids_that_are_taken_are_found()
    {
        await Store.Ledger.CommitAsync(Samples.Create(Samples.Lead("L1"), Samples.Lead("L2")));

        Assert.Equal(["L1", "L2"], (await Store.Leads.FindTakenAsync("acme", ["L1", "L2", "L3", "l1"], Cancel)).Order());
        Assert.Empty(await Store.Leads.FindTakenAsync("other", ["L1"], Cancel));
    }

    [Fact]
    public async Task A_walk_through_a_status_meets_every_lead_that_stands_there_once()
    {
        var leads = Enumerable.Range(0, 25).Select(i => Samples.Lead($"L{i}", Samples.Phone(i))).ToArray();
        await Store.Ledger.CommitAsync(Samples.Create([.. leads]));
        foreach (var lead in leads.Where((_, i) => i % 5 == 0)) await Store.Ledger.CommitAsync(Samples.DoNotContact(lead));

        var standing = new List<LeadState>();
        string? after = null;
        while (await Store.Leads.ReadStandingAsync("acme", "sales", "new", after, 3, Cancel) is { IsEmpty: false } part)
        {
            standing.AddRange(part);
            after = part[^1].Lead.Id;
        }
        var dead = await Store.Leads.ReadStandingAsync("acme", "sales", "dnc", null, 100, Cancel);

        Assert.Equal(leads.Where((_, i) => i % 5 != 0).Select(l => l.Id).Order(), standing.Select(s => s.Lead.Id).Order());
        Assert.Equal(5, dead.Length);
        Assert.All(dead, s => Assert.Equal(2, s.Entries.Length));
        Same.As((await Store.Leads.LoadAsync("acme", "L5", null)).State, dead.Single(s => s.Lead.Id == "L5"));
    }

    [Fact]
    public async Task A_history_is_paged_newest_first()
    {
        var lead = Samples.Lead("L1", Samples.Phone(1));
        await Store.Ledger.CommitAsync(Samples.Create(lead, Samples.Lead("L2", Samples.Phone(2))));
        await Store.Ledger.CommitAsync(Samples.DoNotContact(Samples.Lead("L2", Samples.Phone(2))));
        var commits = new List<Guid>();
        for (var i = 0; i < 5; i++)
        {
            var commit = Samples.DoNotContact(lead);
            await Store.Ledger.CommitAsync(commit);
            commits.Insert(0, commit.Id);
            lead = commit.Leads[0].Lead;
        }

        var read = await Paged.AllAsync(page => Store.Leads.ReadHistoryAsync("acme", "L1", page, Cancel), 2);

        Assert.Equal(commits, read.Select(e => e.Id));
        await Assert.ThrowsAsync<BadCursorException>(() => Store.Leads.ReadHistoryAsync("acme", "L1", new PageRequest(10, "junk"), Cancel));
    }
}
