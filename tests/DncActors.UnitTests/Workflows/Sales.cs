using System.Collections.Immutable;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Identity;
using DncActors.Domain.Ledger;
using DncActors.Domain.Organizations;
using DncActors.Domain.Outcomes;
using DncActors.Domain.People;
using DncActors.Domain.Workflows;

namespace DncActors.UnitTests.Workflows;

/// <summary>
/// An organization with two workflows for leads and one for recruits: <c>sales</c> (new, talking, later, dead, and old, which is archived, and off, which is
/// disabled), <c>renewal</c> (open, lost) and <c>hiring</c> (applied). In <c>sales/new</c> stands <c>dnc</c>, which lists the lead and moves it to
/// <c>sales/dead</c>.
/// </summary>
static class Sales
{
    public static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static readonly AddToDoNotContact Add = new(Channels.All, ContactPointSelection.All, "Asked for no further contact", null);

    public static readonly StatusRef Talking = new("sales", "talking");

    public static readonly WorkflowAction Dnc = Action("dnc", "Do Not Contact", Add, new MoveToStatus("sales", "dead"));

    public static readonly OrganizationDocuments Documents = With(
        new Workflow("sales", 3, false, "Sales", "lead",
        [
            Status("new", SystemStatus.New, Dnc),
            Status("talking", SystemStatus.Active),
            Status("later", SystemStatus.Nurture),
            Status("dead", SystemStatus.Dead) with { RestrictsContact = Channels.All },
            Status("old", SystemStatus.Active) with { Archived = true },
            Status("off", SystemStatus.Active) with { Enabled = false },
        ]),
        new Workflow("renewal", 5, false, "Renewal", "lead", [Status("open", SystemStatus.New), Status("lost", SystemStatus.Dead)]),
        new Workflow("hiring", 1, false, "Hiring", "recruit", [Status("applied", SystemStatus.New)]),
        new Role("closer", 2, false, "Closer", Permissions.ActionExecute, BuiltIn: false),
        new Role("gone", 2, true, "Gone", Permissions.ActionExecute, BuiltIn: false),
        new UserGroup("east", 4, false, "East", []));

    public static readonly ActionDraft Draft = DraftOf(Dnc);

    public static OrganizationDocuments With(params ReadOnlySpan<Document> documents)
    {
        var all = OrganizationDocuments.Of(new Organization("acme", 1, false, "Acme", "US"));
        foreach (var document in documents) all = all.With(document, all.Sequence + 1);
        return all;
    }

    public static OrganizationDocuments And(this OrganizationDocuments documents, params IEnumerable<Document> more) =>
        more.Aggregate(documents, (all, next) => all.With(next, all.Sequence + 1));

    public static Status Status(string id, SystemStatus system, params ImmutableArray<WorkflowAction> actions) =>
        new(id, $"{char.ToUpperInvariant(id[0])}{id[1..]}", system, Channels.None, [], Enabled: true, Archived: false, 0, actions);

    public static WorkflowAction Action(string id, string name, params ImmutableArray<Operation> operations) =>
        new(id, name, "Compliance", Enabled: true, [], 0, operations);

    public static ActionDraft DraftOf(WorkflowAction action) => new(action.Name, action.Category, action.Enabled, action.AllowedRoles, action.Operations, null);

    /// <summary>The workflow with one of its statuses changed.</summary>
    public static Workflow Change(this Workflow workflow, string statusId, Func<Status, Status> change) =>
        workflow with { Version = workflow.Version + 1, Statuses = [.. workflow.Statuses.Select(s => s.Id == statusId ? change(s) : s)] };

    public static OrganizationDocuments Change(this OrganizationDocuments documents, StatusRef at, Func<Status, Status> change) =>
        documents.And(documents.Workflows[at.WorkflowId].Change(at.StatusId, change));

    /// <summary>The value; a refusal fails the test with what it says.</summary>
    public static T Value<T>(this Outcome<T> outcome)
    {
        Assert.True(outcome.Ok, outcome.Refusal?.Detail);
        return outcome.Value!;
    }

    /// <summary>The fields that are wrong, as <c>field: message</c>.</summary>
    public static string[] Fields<T>(this Outcome<T> outcome) => [.. Refused(outcome).Errors.Select(e => e.Field)];

    public static Refusal Refused<T>(this Outcome<T> outcome)
    {
        Assert.False(outcome.Ok, "It was not refused.");
        return outcome.Refusal!;
    }

    /// <summary>Ids that say which they are.</summary>
    public sealed class Ids : IdSource
    {
        int _last;

        public override Guid Next(DateTimeOffset now) => new(++_last, 0, 0, new byte[8]);
    }
}
