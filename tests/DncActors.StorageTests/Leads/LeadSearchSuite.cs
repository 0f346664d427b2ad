using System.Collections.Immutable;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Leads;
using DncActors.Domain.Ledger;
using DncActors.Domain.Paging;
using DncActors.Domain.Workflows;

namespace DncActors.StorageTests.Leads;

public abstract class LeadSearchSuite<TEngine> : StoreSuite<TEngine>
    where TEngine : IEngine, new()
{
    static readonly string[] First = ["Ada", "Grace", "Émile", "O'Neil", "山田"];
    static readonly string[] Last = ["Lovelace", "Hopper", "Zola", "de la Cruz", "太郎", "Adams"];
    static readonly Guid Import = Samples.Id();

    [Fact]
    public async Task Every_question_finds_exactly_the_leads_that_it_describes_newest_first()
    {
        var leads = await FillAsync(120);
        StatusRef[] statuses = [new("sales", "s1"), new("recruiting", "s0"), new("nowhere", "s0")];
        var questions =
            from workflow in new[] { null, "sales" }
            from status in new[] { null, "s1" }
            from some in new ImmutableArray<StatusRef>?[] { null, [.. statuses] }
            from flagged in new bool?[] { null, true, false }
            from text in new[] { null, "ad", "ADA LOV", "L7", "é", "cruz", "neil", "山", "nobody", "!" }
            from import in new Guid?[] { null, Import }
            select new LeadQuery(workflow, status, some, flagged, text, null, import, Samples.Now);

        foreach (var question in questions)
        {
            var found = await Paged.AllAsync(page => Store.Leads.SearchAsync("acme", question, page, Cancel), 50);
            var expected = leads.Where(l => Matches(question, l)).Select(l => l.Lead.Id).Reverse();
            Assert.True(expected.SequenceEqual(found.Select(l => l.Id)), $"{question} found {string.Join(' ', found.Select(l => l.Id))}");
        }
    }

    [Fact]
    public async Task A_lead_is_found_by_its_contact_points_of_now()
    {
        var lead = Samples.Lead("L1", Samples.Phone(1), Samples.Email("ada"));
        await Store.Ledger.CommitAsync(Samples.Create(lead, Samples.Lead("L2", Samples.Phone(1)), Samples.Lead("L3", Samples.Phone(3))));
        var moved = lead with { Version = 2, ContactPoints = [new LeadContactPoint(Samples.Phone(3), "3", null, true)], Name = "Augusta King" };
        await Store.Ledger.CommitAsync(Samples.Commit(ChangeTypes.LeadChanged, "L1") with { Leads = [new LeadWrite(moved, 1, true)] });

        Assert.Equal(["L2"], await IdsAsync(new LeadQuery(Point: Samples.Phone(1))));
        Assert.Equal(["L3", "L1"], await IdsAsync(new LeadQuery(Point: Samples.Phone(3))));
        Assert.Empty(await IdsAsync(new LeadQuery(Point: Samples.Email("ada"))));
        Assert.Equal(["L1"], await IdsAsync(new LeadQuery(Text: "augusta")));
        Assert.Equal(["L3", "L2"], await IdsAsync(new LeadQuery(Text: "lovelace")));
        Assert.Equal(["L3", "L1"], await IdsAsync(new LeadQuery(Text: "king", Point: Samples.Phone(3))));
    }

    [Fact]
    public async Task A_lead_is_flagged_while_a_flag_or_an_own_entry_is_in_force()
    {
        var flag = new LeadFlag(Samples.Id(), Channels.All, ContactPointSelection.All, "asked", Samples.Now, "ann", Samples.Now.AddDays(10));
        await Store.Ledger.CommitAsync(Samples.Create(Samples.Lead("by-flag", Samples.Phone(1)) with { Flags = [flag] }));
        await Store.Ledger.CommitAsync(Samples.Create(Samples.Lead("by-entry", Samples.Phone(2)), Samples.Lead("free", Samples.Phone(3))));
        var entry = Samples.Entry(Samples.Phone(2), leadId: "by-entry", expiresAt: Samples.Now.AddDays(5));
        await Store.Ledger.CommitAsync(Samples.Add(entry, Samples.Entry(Samples.Phone(3))));

        Assert.Equal(["by-entry", "by-flag"], await FlaggedAsync(Samples.Now));
        Assert.Equal(["by-flag"], await FlaggedAsync(Samples.Now.AddDays(5)));
        Assert.Empty(await FlaggedAsync(Samples.Now.AddDays(10)));
        await Store.Ledger.CommitAsync(Samples.RevokeAll(entry));
        Assert.Equal(["by-flag"], await FlaggedAsync(Samples.Now));

        Task<IEnumerable<string>> FlaggedAsync(DateTimeOffset now) => IdsAsync(new LeadQuery(DoNotContact: true, Now: now));
    }

    [Fact]
    public async Task Whoever_stands_in_a_status_that_restricts_contact_is_flagged_by_it_and_told_once()
    {
        var hold = new StatusRef("sales", "hold");
        await Store.Ledger.CommitAsync(Samples.Create(
            Samples.Lead("by-status", Samples.Phone(1)) with { At = hold },
            Samples.Lead("both", Samples.Phone(2)) with { At = hold },
            Samples.Lead("free", Samples.Phone(3)),
            Samples.Lead("by-entry", Samples.Phone(4))));
        await Store.Ledger.CommitAsync(Samples.Add(
            Samples.Entry(Samples.Phone(2), leadId: "both"), Samples.Entry(Samples.Phone(4), leadId: "by-entry")));
        var flagged = new LeadQuery(DoNotContact: true, Now: Samples.Now, Restricting: [hold]);
        var free = flagged with { DoNotContact = false };

        Assert.Equal(["by-entry", "both", "by-status"], await IdsAsync(flagged));
        Assert.Equal(["free"], await IdsAsync(free));
        Assert.Equal(["both", "by-status"], await IdsAsync(flagged with { WorkflowId = hold.WorkflowId, StatusId = hold.StatusId }));
        Assert.Empty(await IdsAsync(free with { Statuses = [hold] }));
        Assert.Equal(["by-status"], await IdsAsync(flagged with { Point = Samples.Phone(1) }));
        Assert.Empty(await IdsAsync(free with { Point = Samples.Phone(1) }));
        var (seen, cursor) = (new List<string>(), (string?)null);
        do
        {
            var page = await Store.Leads.SearchAsync("acme", flagged, new PageRequest(1, cursor), Cancel);
            seen.AddRange(page.Items.Select(l => l.Id));
            cursor = page.Next;
        }
        while (cursor is not null);
        Assert.Equal(["by-entry", "both", "by-status"], seen);
    }

    [Fact]
    public async Task Paging_is_complete_and_without_doubles_while_leads_are_added()
    {
        await FillAsync(100);
        var seen = new List<string>();
        string? cursor = null;
        var added = 0;
        do
        {
            var page = await Store.Leads.SearchAsync("acme", new LeadQuery(), new PageRequest(7, cursor), Cancel);
            seen.AddRange(page.Items.Select(l => l.Id));
            cursor = page.Next;
            await Store.Ledger.CommitAsync(Samples.Create(Samples.Lead($"later-{added++}", Samples.Phone(5_000 + added))));
        }
        while (cursor is not null);

        Assert.Equal(Enumerable.Range(0, 100).Select(i => $"L{99 - i}"), seen);
    }

    [Fact]
    public async Task Cursors_of_other_lists_and_junk_are_refused()
    {
        await FillAsync(10);
        var page = await Store.Leads.SearchAsync("acme", new LeadQuery(), new PageRequest(3), Cancel);
        await Assert.ThrowsAsync<BadCursorException>(() => Store.Entries.SearchAsync("acme", new(), new PageRequest(3, page.Next), Cancel));
        foreach (var junk in new[] { "", "x", "%%%", "bGVhZHM6eA", new string('a', 500), "ünï" })
            await Assert.ThrowsAsync<BadCursorException>(() => Store.Leads.SearchAsync("acme", new LeadQuery(), new PageRequest(3, junk), Cancel));
    }

    [Fact]
    public async Task Another_organizations_leads_are_never_found()
    {
        await FillAsync(20);
        Assert.Empty((await Store.Leads.SearchAsync("other", new LeadQuery(), new PageRequest(), Cancel)).Items);
        Assert.Empty((await Store.Leads.SearchAsync("other", new LeadQuery(Text: "ada"), new PageRequest(), Cancel)).Items);
        Assert.Empty((await Store.Leads.SearchAsync("other", new LeadQuery(Point: Samples.Phone(1)), new PageRequest(), Cancel)).Items);
    }

    async Task<IEnumerable<string>> IdsAsync(LeadQuery query) =>
        (await Store.Leads.SearchAsync("acme", query, new PageRequest(), Cancel)).Items.Select(l => l.Id);

    async Task<List<(Lead Lead, bool Flagged)>> FillAsync(int count)
    {
        var leads = Enumerable.Range(0, count).Select(i => Samples.Lead($"L{i}", Samples.Phone(i)) with
        {
            At = new StatusRef(i % 3 == 0 ? "recruiting" : "sales", $"s{i % 4}"),
            Name = i % 10 == 9 ? null : $"{First[i % First.Length]} {Last[i % Last.Length]}",
            ImportId = i % 4 == 1 ? Import : null,
            Flags = Flag(i),
        }).ToList();
        foreach (var chunk in leads.Chunk(40)) await Store.Ledger.CommitAsync(Samples.Create([.. chunk]));
        return leads.ConvertAll(l => (l, l.Flags.Any(f => f.InForce(Samples.Now))));
    }

    static ImmutableArray<LeadFlag> Flag(int i)
    {
        if (i % 3 == 1) return [];
        var expires = (i % 6) switch { 0 => (DateTimeOffset?)null, 2 => Samples.Now.AddDays(1), 3 => Samples.Now, _ => Samples.Now.AddDays(-1) };
        return [new LeadFlag(Samples.Id(), Channels.All, ContactPointSelection.All, "asked", Samples.Now, "ann", expires)];
    }

    static bool Matches(LeadQuery query, (Lead Lead, bool Flagged) lead) =>
        (query.WorkflowId ?? lead.Lead.At.WorkflowId) == lead.Lead.At.WorkflowId
        && (query.StatusId ?? lead.Lead.At.StatusId) == lead.Lead.At.StatusId
        && (query.Statuses?.Contains(lead.Lead.At) ?? true)
        && (query.DoNotContact ?? lead.Flagged) == lead.Flagged
        && (query.ImportId ?? lead.Lead.ImportId) == lead.Lead.ImportId
        && (query.Text is not { } text || text == lead.Lead.Id || Named(lead.Lead.Name, text));

    static bool Named(string? name, string text)
    {
        var wanted = text.Split(' ').Where(w => w.Any(char.IsLetterOrDigit)).ToArray();
        var words = (name ?? "").Split(' ', '\'');
        return wanted.Length > 0 && wanted.All(w => words.Any(word => word.StartsWith(w, StringComparison.OrdinalIgnoreCase)));
    }
}
