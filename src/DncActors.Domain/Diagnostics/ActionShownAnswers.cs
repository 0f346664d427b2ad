using System.Collections.Immutable;
using DncActors.Domain.Leads;
using DncActors.Domain.Organizations;
using DncActors.Domain.Outcomes;
using DncActors.Domain.People;

namespace DncActors.Domain.Diagnostics;

/// <summary>Why an action is, or is not, shown; and where its option is missed.</summary>
static class ActionShownAnswers
{
    /// <summary>Of a list that may be long, as many are told; the coverage check has them all.</summary>
    const int MaxTold = 20;

    /// <param name="user">Null for anybody.</param>
    public static (bool Shown, ImmutableArray<Reason> Why) Of(
        OrganizationDocuments documents, PlacedAction placed, User? user, ImmutableArray<CoverageFinding> findings)
    {
        var person = user is null ? Anybody(documents) : Acting(documents, user);
        var why = ImmutableArray.CreateBuilder<Reason>();
        if (user is { Archived: true })
        {
            why.Add(new("user.archived", $"'{user.Name}' was archived and may do nothing.", "Ask about somebody who works here."));
        }
        why.AddRange(Obstacles(documents, placed, person).Select(o => o.Code == RefusalCode.Forbidden ? Told(documents, user, o.Reason) : o.Reason));
        var shown = why.Count == 0;
        if (shown)
        {
            var whom = user is null ? "everybody whom its roles allow" : $"'{user.Name}'";
            why.Add(new("action.shown", $"'{placed.Action.Name}' is offered to {whom} on leads in {placed.Place}.", null));
        }
        if (user is null) why.AddRange(ShutOut(documents, placed));
        else if (!person.Permissions.HasFlag(Permissions.WorkflowEdit)) why.Add(WhyNotInSettings(user));
        if (placed.Action.AddsToDoNotContact) why.AddRange(Missed(documents, placed, user, person, findings));
        return (shown, why.ToImmutable());
    }

    static IEnumerable<ActionObstacle> Obstacles(OrganizationDocuments documents, PlacedAction placed, ActingPerson person) =>
        ActionOfferRules.Obstacles(placed.Workflow, placed.Status, placed.Action, documents, person);

    static ActingPerson Anybody(OrganizationDocuments documents) =>
        new(Permissions.All, [.. documents.Roles.Values.Where(r => !r.Archived).Select(r => r.Id)]);

    static ActingPerson Acting(OrganizationDocuments documents, User user) =>
        new(PermissionRules.Of(documents, user), PermissionRules.RolesOf(documents, user));

    /// <summary>Names the role that withholds the permission: of several, the strictest wins, which surprises people.</summary>
    static Reason Told(OrganizationDocuments documents, User? user, Reason missing)
    {
        if (missing.Code != "permission.missing" || user is not { Archived: false }) return missing;
        if (user.Roles.IsEmpty)
        {
            return missing with { Detail = $"'{user.Name}' has no role, and so no permission.", Mend = "Give them a role, such as 'agent'." };
        }
        var withhold = user.Roles
            .Select(id => documents.Roles.GetValueOrDefault(id) is { } role ? role : new Role(id, 0, true, id, Permissions.None, false))
            .Where(r => r.Archived || !r.Permissions.HasFlag(Permissions.ActionExecute))
            .Select(r => r.Archived ? $"'{r.Name}' (archived)" : $"'{r.Name}'")
            .ToList();
        return missing with
        {
            Detail = $"'{user.Name}' lacks action.execute: it is not granted by {string.Join(", ", withhold)}, and of several roles the strictest wins.",
            Mend = "Take these roles away from them, or let them grant action.execute.",
        };
    }

    static IEnumerable<Reason> ShutOut(OrganizationDocuments documents, PlacedAction placed)
    {
        var roles = documents.Roles.Values
            .Where(r => !r.Archived && r.Permissions.HasFlag(Permissions.ActionExecute))
            .Where(r => !PermissionRules.Allows(placed.Status.AllowedRoles, [r.Id]) || !PermissionRules.Allows(placed.Action.AllowedRoles, [r.Id]))
            .Select(r => $"'{r.Name}'")
            .Order(StringComparer.Ordinal)
            .ToList();
        if (roles.Count > 0)
        {
            yield return new(
                "roles.shut-out",
                $"Who has no other role than {string.Join(", ", roles)} is not offered it: its status or the action itself is for certain roles only.",
                "Allow these roles too, where they should be able to run it.");
        }
    }

    static Reason WhyNotInSettings(User user) => new(
        "settings.permission-missing",
        $"'{user.Name}' lacks workflow.edit, so in the settings they can neither add actions nor change or copy them.",
        "If they are to configure workflows, let all of their roles grant workflow.edit.");

    /// <summary>Where leads of the record type stand without such an option, for anybody or for this user.</summary>
    static IEnumerable<Reason> Missed(
        OrganizationDocuments documents, PlacedAction placed, User? user, ActingPerson person, ImmutableArray<CoverageFinding> findings)
    {
        var gaps = findings
            .Where(f => f.Code == CoverageCodes.StatusWithoutAction && documents.Workflows[f.WorkflowId].RecordType == placed.Workflow.RecordType)
            .Select(f => new Reason(f.Code, f.Detail, f.Mend));
        var closed = user is not null && person.Permissions.HasFlag(Permissions.ActionExecute) ? ClosedTo(documents, placed, user, person) : [];
        return gaps.Take(MaxTold).Concat(closed.Take(MaxTold));
    }

    static IEnumerable<Reason> ClosedTo(OrganizationDocuments documents, PlacedAction placed, User user, ActingPerson person) =>
        from others in PlacedAction.InUse(documents).Where(a => a.Action.AddsToDoNotContact).GroupBy(a => a.At)
        let first = others.First()
        where first.At != placed.At && first.Workflow.RecordType == placed.Workflow.RecordType
        where others.All(a => Obstacles(documents, a, person).Any())
        let because = Obstacles(documents, first, person).First().Reason
        select new Reason(
            "status.closed-to-user", $"In {first.Place} '{user.Name}' is offered no Do Not Contact action. {because.Detail}", because.Mend);
}
