using System.Collections.Immutable;
using DncActors.Domain.Diagnostics;
using DncActors.Domain.Organizations;
using DncActors.Domain.Outcomes;
using DncActors.Domain.People;
using DncActors.Domain.Workflows;
using DncActors.UnitTests.People;

namespace DncActors.UnitTests.Diagnostics;

public sealed class ActionDiagnosticsRulesTests
{
    const string Stop = "stop-new";
    static readonly User Bo = Acme.User("bo", "manager");

    [Fact]
    public void Where_nothing_is_wrong_that_is_said()
    {
        var diagnosis = Diagnose(Sales.With(Sales.Whole, Bo), "bo");

        Assert.Equal((true, true, null), (diagnosis.Shown, diagnosis.Runnable, diagnosis.Copyable));
        Assert.Equal(new StatusRef("sales", "new"), diagnosis.At);
        Assert.Equal(["action.shown", "action.runnable", "user-groups.none"], Codes(diagnosis));
    }

    [Fact]
    public void What_is_nowhere_is_not_found()
    {
        Assert.Equal(RefusalCode.NotFound, ActionDiagnosticsRules.Diagnose(Sales.Good, "ghost", null, null, []).Refusal?.Code);
        Assert.Contains("'ghost'", ActionDiagnosticsRules.Diagnose(Sales.Good, Stop, "ghost", null, []).Refusal!.Detail, StringComparison.Ordinal);
        Assert.Null(ActionDiagnosticsRules.GroupsOf(Sales.Good, "ghost"));
    }

    [Fact]
    public void The_role_that_withholds_the_permission_is_named()
    {
        var diagnosis = Diagnose(Sales.With(Sales.Whole, Acme.User("cy", "agent", "auditor")), "cy");

        Assert.False(diagnosis.Shown);
        Assert.True(diagnosis.Runnable);
        var missing = Reasons(diagnosis, ActionQuestion.Shown)[0];
        Assert.Equal("permission.missing", missing.Code);
        Assert.Contains("granted by 'Auditor'", missing.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_has_no_role_or_was_archived_is_told_so()
    {
        var documents = Sales.With(Sales.Whole, Acme.User("no"), Acme.User("ex", "agent") with { Archived = true });

        Assert.Contains("'no' has no role", Reasons(Diagnose(documents, "no"), ActionQuestion.Shown)[0].Detail, StringComparison.Ordinal);
        Assert.Equal("user.archived", Reasons(Diagnose(documents, "ex"), ActionQuestion.Shown)[0].Code);
        Assert.False(Diagnose(documents, "ex").Shown);
    }

    [Fact]
    public void Who_cannot_configure_is_told_why_the_settings_do_not_let_them()
    {
        Assert.Contains("settings.permission-missing", Codes(Diagnose(Sales.Good, "ann")));
        Assert.DoesNotContain("settings.permission-missing", Codes(Diagnose(Sales.With(Sales.Whole, Bo), "bo")));
    }

    [Theory]
    [InlineData(false, false, "status.disabled")]
    [InlineData(true, true, "status.archived")]
    public void A_status_that_is_disabled_or_archived_shows_no_action(bool enabled, bool archived, string code)
    {
        var diagnosis = Diagnose(Sales.With(Sales.Whole.Put(Sales.New with { Enabled = enabled, Archived = archived })), "ann");

        Assert.Equal((false, false), (diagnosis.Shown, diagnosis.Runnable));
        Assert.Contains(Reasons(diagnosis, ActionQuestion.Shown), r => r.Code == code);
        Assert.Contains(Reasons(diagnosis, ActionQuestion.Run), r => r.Code == code);
    }

    [Fact]
    public void Roles_of_the_status_and_of_the_action_are_told_apart()
    {
        var status = Sales.New with { AllowedRoles = ["manager"] };
        var both = Sales.Whole.Put(status.Having(status.Actions[0] with { AllowedRoles = ["administrator"] }));

        var codes = Reasons(Diagnose(Sales.With(both), "ann"), ActionQuestion.Shown).Select(r => r.Code);

        Assert.Equal(["status.role-missing", "action.role-missing"], codes.Take(2));
        Assert.DoesNotContain("status.closed-to-user", codes);
    }

    [Fact]
    public void Without_a_user_the_roles_that_are_shut_out_are_named()
    {
        var documents = Sales.With(Sales.Whole.Put(Sales.New.Having(Sales.New.Actions[0] with { AllowedRoles = ["manager"] })), Bo);

        var diagnosis = Diagnose(documents, null);

        Assert.True(diagnosis.Shown);
        var shutOut = Assert.Single(Reasons(diagnosis, ActionQuestion.Shown), r => r.Code == "roles.shut-out");
        Assert.Contains("'Administrator', 'Agent'", shutOut.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("'Manager'", shutOut.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Statuses_that_lack_the_option_and_those_closed_to_the_user_are_named()
    {
        var gap = Sales.Status("gap", SystemStatus.Active);
        var closed = Sales.Status("closed", SystemStatus.Active, Sales.Action("stop-closed", Sales.Add, Sales.ToDead)) with { AllowedRoles = ["manager"] };
        var stop = closed.Actions[0];
        var half = Sales.Status("half", SystemStatus.Active, stop with { Id = "a", AllowedRoles = ["manager"] }, stop with { Id = "b" });
        var recruiting = new Workflow("recruiting", 1, false, "Recruiting", "recruit", [gap]);
        var documents = Sales.With(Sales.Whole.Put(gap).Put(closed).Put(half), recruiting);

        var missed = Reasons(Diagnose(documents, "ann"), ActionQuestion.Shown)
            .Where(r => r.Code is CoverageCodes.StatusWithoutAction or "status.closed-to-user").ToList();

        Assert.Equal(2, missed.Count);
        Assert.Contains("'GAP' of 'Sales'", missed[0].Detail, StringComparison.Ordinal);
        Assert.Contains("'CLOSED' of 'Sales'", missed[1].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void An_action_whose_target_was_disabled_cannot_run()
    {
        var diagnosis = Diagnose(Sales.With(Sales.Whole.Put(Sales.Dead with { Enabled = false })), null);

        Assert.Equal((false, false), (diagnosis.Shown, diagnosis.Runnable));
        Assert.Equal(["target.status.disabled"], Reasons(diagnosis, ActionQuestion.Run).Select(r => r.Code));
    }

    [Fact]
    public void Why_leads_are_still_contacted_is_found_in_operation_and_status()
    {
        var nothing = Sales.Whole.Put(Sales.New.Having(Sales.Action(Stop, Sales.ToDead)));
        var open = Sales.Whole.Put(Sales.Dead with { RestrictsContact = Domain.ContactPoints.Channels.Call });

        Assert.Contains("action.adds-nothing", Codes(Diagnose(Sales.With(nothing), null)));
        Assert.Contains(CoverageCodes.StatusRestrictsLess, Codes(Diagnose(Sales.With(open), null)));
    }

    [Fact]
    public void Why_it_cannot_be_copied_is_what_the_copy_says()
    {
        var recruiting = new Workflow("recruiting", 1, false, "Recruiting", "recruit", [Sales.Dead]);
        var closed = Sales.Status("closed", SystemStatus.Active) with { Enabled = false };
        var gone = Sales.Status("gone", SystemStatus.Active) with { Archived = true };
        var documents = Sales.With(Sales.Whole.Put(closed).Put(gone), recruiting, Bo);

        Assert.Equal("target.record-type", WhyNot("recruiting", "dnc"));
        Assert.Equal("target.workflow-missing", WhyNot("nowhere", "dnc"));
        Assert.Equal("target.status-missing", WhyNot("sales", "nowhere"));
        Assert.Equal("target.status.disabled", WhyNot("sales", "closed"));
        Assert.Equal("target.status.archived", WhyNot("sales", "gone"));

        string WhyNot(string workflowId, string statusId)
        {
            var diagnosis = Diagnose(documents, "bo", new StatusRef(workflowId, statusId));
            Assert.False(diagnosis.Copyable);
            return Assert.Single(Reasons(diagnosis, ActionQuestion.Copied)).Code;
        }
    }

    [Fact]
    public void Who_may_not_edit_workflows_cannot_copy()
    {
        var diagnosis = Diagnose(Sales.Good, "ann", new StatusRef("sales", "later"));

        Assert.False(diagnosis.Copyable);
        Assert.Equal(["copy.permission-missing"], Reasons(diagnosis, ActionQuestion.Copied).Select(r => r.Code));
    }

    [Fact]
    public void What_a_copy_would_do_is_told()
    {
        var plain = Sales.Status("plain", SystemStatus.Active);
        var other = Sales.Status("other", SystemStatus.Active, Sales.Action("stop-other", Sales.Add));
        var documents = Sales.With(Sales.Whole.Put(plain).Put(other), Bo);

        Assert.Equal("copy.adds", Told("plain"));
        Assert.Equal("copy.replaces", Told("other"));
        Assert.Equal("copy.there-already", Told("later"));

        string Told(string statusId)
        {
            var diagnosis = Diagnose(documents, "bo", new StatusRef("sales", statusId));
            Assert.True(diagnosis.Copyable);
            return Assert.Single(Reasons(diagnosis, ActionQuestion.Copied)).Code;
        }
    }

    [Fact]
    public void User_groups_that_are_behind_are_named_and_only_those_that_the_workflow_concerns_count()
    {
        var documents = Sales.With(
            Sales.Whole with { Version = 5 },
            new UserGroup("east", 1, false, "East", []),
            new UserGroup("west", 1, false, "West", ["lead"]),
            new UserGroup("hr", 1, false, "HR", ["recruit"]),
            new UserGroup("old", 2, true, "Old", []));
        ImmutableArray<GroupProgress> behind = [new("east", 5), new("west", 3), new("hr", 0)];

        var named = Reasons(ActionDiagnosticsRules.Diagnose(documents, Stop, null, null, behind).Value!, ActionQuestion.UserGroups);
        var inStep = ActionDiagnosticsRules.Diagnose(documents, Stop, null, null, [new("east", 5), new("west", 5)]).Value!;

        Assert.Contains("'West' has applied version 3", Assert.Single(named).Detail, StringComparison.Ordinal);
        Assert.Equal("user-groups.in-step", Assert.Single(Reasons(inStep, ActionQuestion.UserGroups)).Code);
        Assert.Equal(["east", "west"], ActionDiagnosticsRules.GroupsOf(documents, Stop)!.Value.UserGroupIds.AsEnumerable());
        Assert.Empty(Reasons(ActionDiagnosticsRules.Diagnose(documents, Stop, null, null, []).Value!, ActionQuestion.UserGroups));
    }

    static ActionDiagnosis Diagnose(OrganizationDocuments documents, string? userId, StatusRef? target = null) =>
        ActionDiagnosticsRules.Diagnose(documents, Stop, userId, target, []).Value!;

    static ImmutableArray<Reason> Reasons(ActionDiagnosis diagnosis, ActionQuestion about) =>
        [.. diagnosis.Answers.Where(a => a.About == about).Select(a => a.Reason)];

    static IEnumerable<string> Codes(ActionDiagnosis diagnosis) => diagnosis.Answers.Select(a => a.Reason.Code);
}
