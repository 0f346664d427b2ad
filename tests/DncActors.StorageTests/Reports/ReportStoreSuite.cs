using DncActors.Domain.Ledger;
using DncActors.Domain.Paging;
using DncActors.Domain.People;
using DncActors.Domain.Reports;

namespace DncActors.StorageTests.Reports;

public abstract class ReportStoreSuite<TEngine> : StoreSuite<TEngine>
    where TEngine : IEngine, new()
{
    [Fact]
    public async Task Executions_are_counted_by_action_status_user_and_day()
    {
        await ExecuteAsync(40);

        var byAction = await UsageAsync(ActionUsageGroup.Action);
        Assert.Equal([("a0", "Name 39", 20, 20), ("a1", "Name 36", 10, 0), ("a2", "Name 38", 10, 0)],
            byAction.Select(r => (r.Key, r.Label, (int)r.Executions, (int)r.DoNotContact)));
        Assert.Equal((At(1), At(39)), (byAction[0].First, byAction[0].Last));
        Assert.Equal([("sales/new", 40L)], (await UsageAsync(ActionUsageGroup.Status)).Select(r => (r.Key, r.Executions)));
        Assert.Equal([("ann", 27L), ("bob", 13L)], (await UsageAsync(ActionUsageGroup.User)).Select(r => (r.Key, r.Executions)));
        Assert.Equal(
            [("2026-07-01", 12L), ("2026-07-02", 24L), ("2026-07-03", 4L)],
            (await UsageAsync(ActionUsageGroup.Day)).Select(r => (r.Key, r.Executions)));
    }

    [Fact]
    public async Task A_period_has_its_beginning_in_it_and_its_end_not()
    {
        await ExecuteAsync(10);

        var rows = await Store.Reports.ReadActionUsageAsync("acme", At(2), At(5), ActionUsageGroup.User, Cancel);

        Assert.Equal(3, rows.Sum(r => r.Executions));
        Assert.Empty(await Store.Reports.ReadActionUsageAsync("other", null, null, ActionUsageGroup.User, Cancel));
    }

    [Fact]
    public async Task Leads_are_counted_where_they_stand_and_how_many_are_flagged()
    {
        var leads = Enumerable.Range(0, 10).Select(i => Samples.Lead($"L{i}", Samples.Phone(i))).ToArray();
        await Store.Ledger.CommitAsync(Samples.Create([.. leads]));
        foreach (var lead in leads[..3]) await Store.Ledger.CommitAsync(Samples.DoNotContact(lead));
        await Store.Ledger.CommitAsync(Samples.Add(Samples.Entry(Samples.Phone(9), leadId: "L9", expiresAt: Samples.Now.AddDays(1))));

        Assert.Equal(
            [new LeadCountRow(Samples.Dead, 3, 3), new LeadCountRow(Samples.New, 7, 1)],
            await Store.Reports.CountLeadsAsync("acme", Samples.Now, Cancel));
        Assert.Equal(0, (await Store.Reports.CountLeadsAsync("acme", Samples.Now.AddDays(1), Cancel)).Single(r => r.At == Samples.New).DoNotContact);
    }

    [Fact]
    public async Task The_audit_answers_every_question_newest_first()
    {
        var changes = new List<(string Actor, string? Lead, string Type, DateTimeOffset At)>();
        string?[] leads = [null, "L1", "L2"];
        for (var i = 0; i < 60; i++)
        {
            var lead = leads[i % 3];
            string[] types = lead is null ? [ChangeTypes.RoleChanged, ChangeTypes.EntriesAdded] : [ChangeTypes.LeadMoved, ChangeTypes.EntryRevoked];
            var type = types[i % 2];
            var change = (i % 4 == 0 ? "bob" : "ann", lead, type, At(i / 2));
            changes.Add(change);
            await Store.Ledger.CommitAsync(Samples.Commit(type, lead) with { Actor = change.Item1, At = change.Item4 });
        }
        var questions =
            from @from in new DateTimeOffset?[] { null, At(5) }
            from to in new DateTimeOffset?[] { null, At(20) }
            from actor in new[] { null, "bob" }
            from lead in new[] { null, "L1" }
            from type in new[] { null, ChangeTypes.RoleChanged, ChangeTypes.LeadMoved, ChangeTypes.EntryRevoked, "no.such" }
            select new AuditQuery(@from, to, actor, lead, type);

        foreach (var question in questions)
        {
            var expected = changes.Index()
                .Where(c => Matches(question, c.Item.Actor, c.Item.Lead, c.Item.Type, c.Item.At))
                .Select(c => c.Index + 1L).Reverse();
            var found = await Paged.AllAsync(page => Store.Reports.SearchAuditAsync("acme", question, page, Cancel), 7);
            Assert.Equal(expected, found.Select(r => r.Change.Sequence));
        }
    }

    [Fact]
    public async Task The_audit_of_an_imported_lead_ends_with_its_import()
    {
        var import = Samples.Id();
        await Store.Ledger.CommitAsync(Import(import, "L1", "L2"));
        await Store.Ledger.CommitAsync(Import(Samples.Id(), "L3"));
        for (var i = 0; i < 3; i++) await Store.Ledger.CommitAsync(Samples.Commit(ChangeTypes.LeadMoved, "L1") with { At = At(i) });

        Assert.Equal([5, 4, 3, 1], await SequencesAsync(new(LeadId: "L1")));
        Assert.Equal([1], await SequencesAsync(new(LeadId: "L2")));
        Assert.Equal([1], await SequencesAsync(new(LeadId: "L1", Type: ChangeTypes.LeadsImported, Actor: "ann", From: Samples.Now, To: At(1))));
        foreach (var other in (AuditQuery[])[new(Type: ChangeTypes.LeadMoved), new(Actor: "eve"), new(From: At(1)), new(To: Samples.Now)])
            Assert.DoesNotContain(1, await SequencesAsync(other with { LeadId = "L1" }));

        async Task<IEnumerable<long>> SequencesAsync(AuditQuery query) =>
            (await Paged.AllAsync(page => Store.Reports.SearchAuditAsync("acme", query, page, Cancel), 2)).Select(r => r.Change.Sequence);

        static Commit Import(Guid import, params string[] ids) => Samples.Commit() with
        {
            Leads = [.. ids.Select(id => new LeadWrite(Samples.Lead(id) with { ImportId = import }, 0, true))],
            Changes = [new ChangeDraft { Type = ChangeTypes.LeadsImported, Subject = import.ToString() }],
        };
    }

    [Fact]
    public async Task A_record_of_the_audit_brings_its_execution_and_the_document_that_it_replaced()
    {
        var lead = Samples.Lead("L1", Samples.Phone(1));
        await Store.Ledger.CommitAsync(Samples.Create(lead));
        var commit = Samples.DoNotContact(lead);
        await Store.Ledger.CommitAsync(commit);
        Role[] roles = [new("r1", 1, false, "Opener", Permissions.LeadRead, false), new("r1", 2, false, "Closer", Permissions.LeadWrite, false)];
        foreach (var role in roles)
        {
            await Store.Ledger.CommitAsync(Samples.Commit() with
            {
                Documents = [new DocumentWrite(role, role.Version - 1)],
                Changes = [new ChangeDraft { Type = ChangeTypes.RoleChanged, Subject = "r1", Document = role }],
            });
        }

        var audit = (await Store.Reports.SearchAuditAsync("acme", new AuditQuery(), new PageRequest(), Cancel)).Items;

        Assert.Equal([5, 4, 3, 2, 1], audit.Select(r => r.Change.Sequence));
        Same.As(roles[0], audit[0].Before);
        Assert.Null(audit[1].Before);
        Same.As(commit.Execution, audit[2].Execution);
        Same.As(commit.Execution, audit[3].Execution);
        Assert.Null(audit[4].Execution);
    }

    static DateTimeOffset At(int number) => Samples.Now.AddHours(number);

    async Task<IReadOnlyList<ActionUsageRow>> UsageAsync(ActionUsageGroup group) =>
        await Store.Reports.ReadActionUsageAsync("acme", null, null, group, Cancel);

    /// <summary>An execution an hour: of action a0 every other one, of a1 and a2 in turn between them; every third by bob.</summary>
    async Task ExecuteAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var commit = Samples.Commit(ChangeTypes.LeadExecuted, "L1") with { At = At(i) };
            var execution = Samples.Execution(commit.Id, Samples.Lead("L1"), Samples.New) with
            {
                ActionId = i % 2 == 1 ? "a0" : (i % 4 == 0 ? "a1" : "a2"),
                ActionName = $"Name {i}",
                Actor = i % 3 == 2 ? "bob" : "ann",
                At = At(i),
                AddsToDoNotContact = i % 2 == 1,
            };
            await Store.Ledger.CommitAsync(commit with { Execution = execution });
        }
    }

    static bool Matches(AuditQuery query, string actor, string? lead, string type, DateTimeOffset at) =>
        !(at < query.From) && !(at >= query.To)
        && (query.Actor ?? actor) == actor && (query.LeadId ?? lead) == lead && (query.Type ?? type) == type;
}
