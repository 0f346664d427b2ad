using System.Collections.Immutable;
using DncActors.Domain.Identity;
using DncActors.Domain.Imports;
using DncActors.Domain.Leads;
using DncActors.Domain.Ledger;

namespace DncActors.UnitTests.Leads;

public sealed class LeadImportRulesTests
{
    static readonly Guid _import = StableId.Of("import");

    readonly LeadWorld _world = new();

    [Fact]
    public void Good_lines_are_one_commit_and_bad_ones_keep_no_other_out()
    {
        _world.Create("taken", LeadWorld.New);
        var plan = Plan(
            Line("a", LeadWorld.New, "+12025550123"),
            Line("b", LeadWorld.Renewal, "(202) 555-0124", "ada@example.org"),
            Line("taken", LeadWorld.New),
            Line("a", LeadWorld.New),
            Line("c", LeadWorld.New, "12"),
            Line(null, LeadWorld.New),
            Line("d", LeadWorld.Closed));

        Assert.Equal(
            [null, null, "lead.taken", "lead.taken", "validation", null, "status.disabled"], plan.Refusals.Select(r => r?.Rule));
        Assert.Equal("contactPoints[0].value", plan.Refusals[4]!.Errors.Single().Field);
        Assert.Equal(3, plan.Accepted);
        var change = Assert.Single(plan.Commit!.Changes);
        Assert.Equal((ChangeTypes.LeadsImported, _import.ToString(), """{"leads":3}"""), (change.Type, change.Subject, change.After));
        Assert.All(plan.Commit.Leads, l => Assert.Equal(_import, l.Lead.ImportId));
        Assert.Equal(["renewals", "sales"], plan.Commit.Guards.Select(g => g.Id).Order(StringComparer.Ordinal));
        var entry = Assert.Single(change.Added);
        Assert.Equal(("b", _import), (entry.LeadId, entry.ImportId!.Value));

        _world.Commit(plan.Commit);
        Assert.True(_world.IsBlocked(LeadWorld.Point("+12025550124"), Domain.ContactPoints.Channels.Call));
    }

    [Fact]
    public void Nothing_is_committed_where_no_line_is_good() => Assert.Null(Plan(Line("a b", LeadWorld.New)).Commit);

    [Fact]
    public void A_repeat_is_answered_as_the_first_time()
    {
        ImmutableArray<LeadDraft> lines = [Line("a", LeadWorld.New), Line("b", LeadWorld.New, "12"), Line("c", LeadWorld.New)];
        var first = Plan(lines);
        _world.Commit(first.Commit);
        var again = Plan(lines);

        Assert.Null(again.Commit);
        Assert.Equal([null, "validation", null], ImportReply.Read(first.Commit!.Reply!, again.Refusals).Select(r => r?.Rule));
        Assert.Equal("import.refused-before", ImportReply.Read("0", [null]).Single()!.Rule);
    }

    [Fact]
    public void A_whole_chunk_fits_into_the_reply()
    {
        var plan = Plan([.. Enumerable.Range(0, LeadLimits.MaxLeadsInACommit).Select(i => Line($"l{i}", LeadWorld.New))]);
        Assert.Equal(LeadLimits.MaxLeadsInACommit, plan.Commit!.Reply!.Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => Plan([.. Enumerable.Range(0, 501).Select(i => Line($"l{i}", LeadWorld.New))]));
    }

    ImportPlan Plan(params ImmutableArray<LeadDraft> lines)
    {
        var taken = lines.Select(l => l.Id).OfType<string>().Where(id => _world.Ledger.Load(LeadWorld.Organization, id) is not null).ToHashSet();
        return LeadImportRules.Plan(_world.Request(), _import, lines, taken, _world.Documents, "US", _world.Now, _world.Ids);
    }

    static LeadDraft Line(string? id, Domain.Workflows.StatusRef at, params ReadOnlySpan<string> points) => LeadWorld.Draft(at, points) with { Id = id };
}
