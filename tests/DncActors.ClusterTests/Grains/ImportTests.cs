using DncActors.Contracts.ContactChecks;
using DncActors.Contracts.Imports;
using DncActors.Contracts.Leads;
using DncActors.Contracts.Registry;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Leads;
using DncActors.Domain.Outcomes;
using DncActors.Domain.Registry;

namespace DncActors.ClusterTests.Grains;

public sealed class ImportTests(GrainsCluster cluster) : IClassFixture<GrainsCluster>
{
    const int Lines = 1_234;

    [Fact]
    public async Task Good_lines_are_in_and_bad_ones_are_named_and_a_repeat_tells_the_same()
    {
        var it = await cluster.NewOrganizationAsync();
        await it.AddLeadAsync("lead-7", "202-555-0123");
        var order = new ImportOrder(it.NewRequest(), "US", DryRun: false);

        var first = await ImportAsync(order, Leads(it));
        var again = await ImportAsync(order, Leads(it));

        Assert.Null(first.Stopped);
        Assert.Equal((Lines - 3, 3, Lines, Lines), (first.Accepted, first.Rejected, first.LastLine, first.LastKept));
        Assert.Equal([7L, 600, 1_000], first.Errors.Select(e => e.Number));
        Assert.Equal((first.Accepted, first.Rejected), (again.Accepted, again.Rejected));
        Assert.Equal(first.Errors.Select(e => (e.Number, e.Why.Rule)), again.Errors.Select(e => (e.Number, e.Why.Rule)));
        var page = await cluster.Get<ILeadStore>().SearchAsync(it.Id, new(ImportId: first.ImportId), new(1_000), TestContext.Current.CancellationToken);
        Assert.Equal(1_000, page.Items.Length);
    }

    [Fact]
    public async Task A_dry_run_keeps_nothing()
    {
        var it = await cluster.NewOrganizationAsync();

        var report = await ImportAsync(new(it.NewRequest(), "US", DryRun: true), Leads(it));

        Assert.Equal((Lines - 2, 2), (report.Accepted, report.Rejected));
        var page = await cluster.Get<ILeadStore>().SearchAsync(it.Id, new(), new(), TestContext.Current.CancellationToken);
        Assert.Empty(page.Items);
    }

    [Fact]
    public async Task Other_lines_under_the_same_import_stop_it_at_the_chunk_that_differs()
    {
        var it = await cluster.NewOrganizationAsync();
        var order = new ImportOrder(it.NewRequest(), "US", DryRun: false);
        await ImportAsync(order, Leads(it));

        var other = await ImportAsync(order, Leads(it).Select(l => l.Number == 800 ? l with { Read = l.Read.Value! with { Name = "Other" } } : l));

        Assert.Equal("idempotency.reused", other.Stopped!.Rule);
        Assert.Equal(500, other.LastKept);
    }

    [Fact]
    public async Task An_import_whose_answer_is_lost_says_what_it_kept_and_goes_on_when_it_is_sent_again()
    {
        var it = await cluster.NewOrganizationAsync();
        var order = new ImportOrder(it.NewRequest(), "US", DryRun: false);
        cluster.Ledger.LoseNextAnswer();

        var first = await ImportAsync(order, Leads(it));
        var again = await ImportAsync(order, Leads(it));

        Assert.Equal((RefusalCode.Unavailable, 0), (first.Stopped!.Code, first.LastKept));
        Assert.Null(again.Stopped);
        Assert.Equal(Lines - 2, again.Accepted);
    }

    [Fact]
    public async Task Imported_entries_block_when_the_import_is_answered()
    {
        var it = await cluster.NewOrganizationAsync();
        var lines = Enumerable.Range(1, Lines).Select(i => new ImportLine<EntryDraft>(
            i, new EntryDraft(new(ContactPointKind.Phone, $"+1202{5550000 + i}"), Channels.Phone, "Bought list", null, EntrySource.Import)));

        var report = await cluster.Get<IEntryImports>().ImportAsync(
            new(it.NewRequest(), "US", DryRun: false), lines.ToAsyncEnumerable(), TestContext.Current.CancellationToken);

        Assert.Equal(Lines, report.Accepted);
        for (var i = 1; i <= Lines; i++) Assert.Equal(CheckVerdict.Blocked, await it.CheckAsync((ulong)(12025550000 + i)));
    }

    Task<ImportReport> ImportAsync(ImportOrder order, IEnumerable<ImportLine<LeadDraft>> lines) =>
        cluster.Get<ILeadImports>().ImportAsync(order, lines.ToAsyncEnumerable(), TestContext.Current.CancellationToken);

    /// <summary>One that could not be read, and one with a bad phone.</summary>
    static IEnumerable<ImportLine<LeadDraft>> Leads(TestOrganization it) => Enumerable.Range(1, Lines).Select(i => new ImportLine<LeadDraft>(i, i switch
    {
        600 => Refusal.Validation(new FieldError("", "The line is not JSON.")),
        _ => new LeadDraft(
            $"lead-{i}",
            "lead",
            TestOrganization.WorkflowId,
            it.NewStatus,
            $"Ann {i}",
            [new(ContactPointKind.Phone, i == 1_000 ? "12" : $"202-{555 + (i / 10_000)}-{i % 10_000:0000}", null, true)],
            [],
            "{}"),
    }));
}
