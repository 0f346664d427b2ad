using System.Collections.Immutable;
using CsCheck;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Diagnostics;
using DncActors.Domain.Ledger;
using DncActors.Domain.Organizations;
using DncActors.Domain.People;
using DncActors.Domain.Reports;
using DncActors.Domain.Workflows;
using DncActors.UnitTests.People;

namespace DncActors.UnitTests.Diagnostics;

public sealed class CoverageRulesTests
{
    [Fact]
    public void A_workflow_that_is_as_it_should_be_has_no_findings() => Assert.Empty(Check(Sales.Good));

    [Fact]
    public void A_status_where_nobody_can_honour_a_wish_is_a_problem()
    {
        var finding = Only(Sales.Whole.Put(Sales.New.Having()));

        Assert.Equal((CoverageCodes.StatusWithoutAction, CoverageSeverity.Problem, "new"), (finding.Code, finding.Severity, finding.StatusId));
        Assert.Contains("'NEW' of 'Sales'", finding.Detail, StringComparison.Ordinal);
        Assert.Equal("Copy 'Do Not Contact' from 'LATER' of 'Sales'.", finding.Mend);
    }

    [Fact]
    public void A_disabled_action_covers_nothing_and_is_named()
    {
        var finding = Only(Sales.Whole.Put(Sales.New.Having(Sales.New.Actions[0] with { Enabled = false })));

        Assert.Equal((CoverageCodes.StatusWithoutAction, "stop-new"), (finding.Code, finding.ActionId));
        Assert.Equal("Enable 'Do Not Contact'.", finding.Mend);
    }

    [Fact]
    public void A_template_of_the_record_type_is_what_mends_a_gap()
    {
        var template = new ActionTemplate("t", 1, false, "Stop", "lead", Sales.Action("", Sales.Add, Sales.ToDead));
        var other = template with { Id = "u", Name = "Another", RecordType = "recruit" };

        var finding = Only(Sales.Whole.Put(Sales.New.Having()), template, other);

        Assert.Equal("Apply the template 'Stop'.", finding.Mend);
    }

    [Fact]
    public void Dead_disabled_and_archived_statuses_and_archived_workflows_need_no_action()
    {
        var idle = Sales.Status("idle", SystemStatus.Active);
        var whole = Sales.Whole.Put(idle with { Enabled = false }).Put(idle with { Id = "gone", Archived = true });

        Assert.Empty(Check(Sales.With(whole, new Workflow("old", 2, true, "Old", "lead", [idle]))));
    }

    [Fact]
    public void An_action_that_moves_nowhere_is_found() => Assert.Equal(CoverageCodes.ActionDoesNotMove, Only(WithOperations(Sales.Add)).Code);

    [Fact]
    public void A_block_for_good_belongs_into_a_dead_status_and_an_expiring_one_may_go_to_a_nurture_one()
    {
        var pause = Sales.Add with { ExpiresAfterDays = 90 };
        var elsewhere = new MoveToStatus("sales", "new");

        Assert.Equal(CoverageCodes.ActionMovesElsewhere, Only(WithOperations(Sales.Add, Sales.ToNurture)).Code);
        Assert.Equal(CoverageCodes.ActionMovesElsewhere, Only(WithOperations(pause, elsewhere)).Code);
        Assert.Empty(Check(Sales.With(WithOperations(pause, Sales.ToNurture))));
        Assert.Empty(Check(Sales.With(WithOperations(pause, Sales.ToDead))));
    }

    [Theory]
    [InlineData(false, false, "is disabled")]
    [InlineData(true, true, "was archived")]
    public void An_action_that_moves_to_a_status_out_of_use_cannot_run(bool enabled, bool archived, string why)
    {
        var closed = Sales.Dead with { Id = "closed", Enabled = enabled, Archived = archived };

        var finding = Only(WithOperations(Sales.Add, new MoveToStatus("sales", "closed")).Put(closed));

        Assert.Equal((CoverageCodes.ActionTargetOutOfUse, CoverageSeverity.Problem, "stop-new"), (finding.Code, finding.Severity, finding.ActionId));
        Assert.Contains(why, finding.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_action_that_moves_astray_is_found_not_only_those_that_block()
    {
        var recruiting = new Workflow("recruiting", 1, false, "Recruiting", "recruit", [Sales.Dead with { Id = "hired", SystemStatus = SystemStatus.Won }]);
        var astray = Sales.Action("won", new MoveToStatus("recruiting", "hired")) with { Name = "Won" };
        var missing = Sales.Action("lost", new MoveToStatus("sales", "nowhere")) with { Name = "Lost" };
        var documents = Sales.With(Sales.Whole.Put(Sales.New.Having(Sales.New.Actions[0], astray, missing)), recruiting);

        var found = Check(documents).Where(f => f.Code == CoverageCodes.ActionTargetOutOfUse);

        Assert.Equal(["lost", "won"], found.Select(f => f.ActionId));
    }

    [Fact]
    public void A_name_that_differs_in_case_or_spaces_only_is_a_variant()
    {
        var finding = Only(ThreeStatuses("do not  contact"));

        Assert.Equal((CoverageCodes.NameVariant, "stop-more"), (finding.Code, finding.ActionId));
        Assert.Contains("'Do Not Contact'", finding.Mend, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_name_for_the_same_is_found_unless_the_usual_one_is_there_too()
    {
        var usual = Sales.Action("stop-usual", Sales.Add, Sales.ToDead);
        var whole = ThreeStatuses("Never Call");
        var both = whole.Put(whole.Find("more")!.Having(whole.Find("more")!.Actions[0], usual));

        Assert.Equal((CoverageCodes.NameDiffers, "stop-more"), (Only(whole).Code, Only(whole).ActionId));
        Assert.Empty(Check(Sales.With(both)));
    }

    [Fact]
    public void A_pause_may_have_another_name_than_a_block_for_good()
    {
        var pause = Sales.Action("pause", Sales.Add with { ExpiresAfterDays = 30 }, Sales.ToNurture) with { Name = "Not Now" };

        Assert.Empty(Check(Sales.With(Sales.Whole.Put(Sales.Status("more", SystemStatus.Active, pause)))));
    }

    [Fact]
    public void A_status_need_not_restrict_what_is_blocked_for_a_while_only()
    {
        var pause = Sales.Action("pause", Sales.Add with { ExpiresAfterDays = 30 }, new MoveToStatus("sales", "lost")) with { Name = "Not Now" };
        var whole = Sales.Whole.Put(Sales.Status("lost", SystemStatus.Dead)).Put(Sales.New.Having(Sales.New.Actions[0], pause));

        Assert.Equal([CoverageCodes.DeadRestrictsNothing], Codes(whole));
    }

    [Fact]
    public void An_action_for_roles_that_nobody_has_is_a_problem()
    {
        var lawyers = Acme.Role("lawyers", Permissions.ActionExecute);
        var whole = Sales.Whole.Put(Sales.New.Having(Sales.New.Actions[0] with { AllowedRoles = ["lawyers"] }));
        var lea = Acme.User("lea", "lawyers");

        var finding = Only(whole, lawyers);

        Assert.Equal((CoverageCodes.NobodyMayRun, "stop-new"), (finding.Code, finding.ActionId));
        Assert.Contains("'lawyers'", finding.Detail, StringComparison.Ordinal);
        Assert.Empty(Check(Sales.With(whole, lawyers, lea)));
        Assert.NotEmpty(Check(Sales.With(whole, lawyers, lea with { Archived = true })));
        Assert.NotEmpty(Check(Sales.With(whole, lawyers, lea with { Roles = ["lawyers", "dialer"] })));
    }

    [Fact]
    public void One_person_must_have_what_the_status_and_the_action_ask_for()
    {
        var status = Sales.New with { AllowedRoles = ["agent"] };
        var whole = Sales.Whole.Put(status.Having(status.Actions[0] with { AllowedRoles = ["administrator"] }));

        Assert.Equal(CoverageCodes.NobodyMayRun, Only(whole).Code);
        Assert.Empty(Check(Sales.With(whole, Acme.User("bo", "agent", "administrator"))));
    }

    [Fact]
    public void A_status_for_blocked_leads_restricts_what_their_actions_block()
    {
        var half = Only(Sales.Whole.Put(Sales.Dead with { RestrictsContact = Channels.Call }));
        Assert.Equal((CoverageCodes.StatusRestrictsLess, CoverageSeverity.Warning, "dnc"), (half.Code, half.Severity, half.StatusId));
        Assert.Contains("sms, email", half.Detail, StringComparison.Ordinal);

        var none = Codes(Sales.Whole.Put(Sales.Dead with { RestrictsContact = Channels.None }));
        Assert.Equal([CoverageCodes.WorkflowRestrictsNothing, CoverageCodes.StatusRestrictsLess], none);
    }

    [Fact]
    public void A_dead_status_that_restricts_nothing_is_a_hint_and_one_that_restricts_all_but_is_active_too()
    {
        Assert.Equal([CoverageCodes.DeadRestrictsNothing], Codes(Sales.Whole.Put(Sales.Status("lost", SystemStatus.Dead))));
        Assert.Equal([CoverageCodes.RestrictsButActive], Codes(Sales.Whole.Put(Sales.New with { RestrictsContact = Channels.All })));
    }

    [Fact]
    public void A_workflow_may_use_the_restricting_status_of_another()
    {
        var second = new Workflow("second", 1, false, "Second", "lead", [Sales.New.Having(Sales.Action("stop-second", Sales.Add, Sales.ToDead))]);

        Assert.Empty(Check(Sales.With(Sales.Whole, second)));
    }

    [Fact]
    public void An_action_that_takes_only_primary_contact_points_or_tells_nobody_is_named()
    {
        var east = new UserGroup("east", 2, true, "East", []);

        Assert.Equal(CoverageCodes.PrimaryOnly, Only(WithOperations(Sales.Add with { ContactPoints = ContactPointSelection.Primary }, Sales.ToDead)).Code);
        var told = Only(WithOperations(Sales.Add, Sales.ToDead, new NotifyUserGroups(false, ["east"])), east);
        Assert.Equal(CoverageCodes.GroupOutOfUse, told.Code);
        Assert.Contains("'East'", told.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_the_workflows_say_every_finding_names_what_is_there()
    {
        var name = OneOf("Do Not Contact", "do not contact", "Stop", "§");
        var move = Gen.Select(OneOf("sales", "gone"), OneOf("a", "b", "c", "x")).Select((w, s) => (Operation)new MoveToStatus(w, s));
        var add = Gen.Select(Gen.Int[1, 7], Gen.Bool, Gen.Bool).Select((c, primary, ends) => (Operation)new AddToDoNotContact(
            (Channels)c, primary ? ContactPointSelection.Primary : ContactPointSelection.All, "r", ends ? 5 : null));
        var action = Gen.Select(name, Gen.Bool, Gen.OneOf(move, add).Array[0, 2], OneOf("agent", "ghost").Array[0, 1]).Select((n, on, operations, roles) =>
            Sales.Action("", [.. operations.DistinctBy(o => o.GetType())]) with { Name = n, Enabled = on, AllowedRoles = [.. roles] });
        var status = Gen.Select(Gen.Enum<SystemStatus>(), Gen.Int[0, 7], Gen.Bool, Gen.Bool, action.Array[0, 3]).Select((system, c, on, gone, actions) =>
            Sales.Status("", system, [.. actions]) with { RestrictsContact = (Channels)c, Enabled = on, Archived = gone });
        status.Array[3].Sample(statuses =>
        {
            var named = statuses.Select((s, i) => s with
            {
                Id = "abc"[i].ToString(),
                Actions = [.. s.Actions.Select((a, n) => a with { Id = $"{i}-{n}" })],
            });
            var documents = Sales.With(Sales.Whole with { Statuses = [.. named] });
            var found = Check(documents);

            Assert.All(found, f => Assert.True(f.StatusId is null || documents.FindStatus(new(f.WorkflowId, f.StatusId)) is { InUse: true }));
            Assert.All(found, f => Assert.True(
                f.ActionId is null || documents.FindStatus(new(f.WorkflowId, f.StatusId!))!.Actions.Any(a => a.Id == f.ActionId)));
            Assert.All(found, f => Assert.True(f.Detail.Length > 0 && f.Mend.Length > 0));
            Assert.Equal(found.Length, found.DistinctBy(f => (f.Code, f.WorkflowId, f.StatusId, f.ActionId)).Count());
            Assert.Equal(found, Check(documents).AsEnumerable());
        });
    }

    [Fact]
    public void Nothing_that_takes_leads_to_another_workflow_is_proposed()
    {
        var second = new Workflow("second", 1, false, "Second", "lead", [Sales.New with { Actions = [] }]);
        var away = new ActionTemplate("t", 1, false, "Away", "lead", Sales.Action("", Sales.Add, Sales.ToDead));

        Assert.Equal("Add an action with the operation addToDoNotContact.", MendOf(second, Sales.Whole, away));
        var here = away with { Id = "u", Name = "Here", Action = Sales.Action("", Sales.Add) };
        Assert.Equal("Apply the template 'Here'.", MendOf(second, Sales.Whole, away, here));
        Assert.Equal(
            "Copy 'Do Not Contact' from 'MORE' of 'Second'.",
            MendOf(second.Put(Sales.Status("more", SystemStatus.Active, Sales.Action("stop-more", Sales.Add, new MoveToStatus("second", "new")))), away));
    }

    [Fact]
    public void Leads_in_a_disabled_status_are_told_with_their_number()
    {
        var idle = Sales.Status("idle", SystemStatus.Active) with { Enabled = false };
        var documents = Sales.With(Sales.Whole.Put(idle).Put(idle with { Id = "empty" }).Put(idle with { Id = "gone", Archived = true }));

        var finding = Assert.Single(Check(documents, Standing("idle", 12), Standing("empty", 0), Standing("gone", 3), Standing("new", 9)));

        Assert.Equal((CoverageCodes.StatusDisabledWithLeads, CoverageSeverity.Problem, "idle"), (finding.Code, finding.Severity, finding.StatusId));
        Assert.StartsWith("The status 'IDLE' of 'Sales' is disabled and 12 leads stand there", finding.Detail, StringComparison.Ordinal);
        Assert.StartsWith("Enable 'IDLE'", finding.Mend, StringComparison.Ordinal);
    }

    static ImmutableArray<CoverageFinding> Check(OrganizationDocuments documents, params ImmutableArray<LeadCountRow> standing) =>
        CoverageRules.Check(documents, standing);

    static LeadCountRow Standing(string statusId, long leads) => new(new StatusRef("sales", statusId), leads, 0);

    static string MendOf(params ReadOnlySpan<Document> documents) =>
        Assert.Single(Check(Sales.With(documents)), f => f is { Code: CoverageCodes.StatusWithoutAction, WorkflowId: "second", StatusId: "new" }).Mend;

    static Gen<string> OneOf(params string[] words) => Gen.Int[0, words.Length - 1].Select(i => words[i]);

    static Workflow WithOperations(params ImmutableArray<Operation> operations) => Sales.Whole.Put(Sales.New.Having(Sales.Action("stop-new", operations)));

    static Workflow ThreeStatuses(string thirdName)
    {
        var third = Sales.Action("stop-more", Sales.Add, Sales.ToDead) with { Name = thirdName };
        return Sales.Whole.Put(Sales.Status("more", SystemStatus.Active, third) with { Order = 5 });
    }

    static CoverageFinding Only(params ReadOnlySpan<Document> documents) => Assert.Single(Check(Sales.With(documents)));

    static string[] Codes(Workflow workflow) => [.. Check(Sales.With(workflow)).Select(f => f.Code)];
}
