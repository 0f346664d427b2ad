using System.Collections.Immutable;
using DncActors.Domain.Organizations;
using DncActors.Domain.People;
using DncActors.Domain.Workflows;

namespace DncActors.Domain.Diagnostics;

/// <summary>What actions do not do, or cannot.</summary>
static class ActionCoverageRules
{
    /// <param name="actions">All actions in use: those that move leads astray matter too.</param>
    public static IEnumerable<CoverageFinding> Check(OrganizationDocuments documents, ImmutableArray<PlacedAction> actions)
    {
        var people = PeopleWhoExecute(documents);
        foreach (var placed in actions)
        {
            var target = WhyTargetIsOutOfUse(documents, placed);
            if (target is not null) yield return target;
            if (WhyGroupsAreOutOfUse(documents, placed) is { } groups) yield return groups;
            if (!placed.Action.AddsToDoNotContact) continue;
            if (target is null && WhyPlaceIsWrong(documents, placed) is { } place) yield return place;
            if (!people.Any(roles => Allows(placed, roles))) yield return NobodyMayRun(documents, placed);
            if (WhySomePointsAreLeft(placed) is { } left) yield return left;
        }
    }

    /// <summary>The different sets of roles of those who may execute actions: users, and keys that stand for themselves.</summary>
    static ImmutableArray<ImmutableArray<string>> PeopleWhoExecute(OrganizationDocuments documents)
    {
        var users = documents.Users.Values
            .Where(u => PermissionRules.Of(documents, u).HasFlag(Permissions.ActionExecute))
            .Select(u => PermissionRules.RolesOf(documents, u));
        var keys = documents.ApiKeys.Values
            .Where(k => k.UserId is null && PermissionRules.Of(documents, k).HasFlag(Permissions.ActionExecute))
            .Select(k => PermissionRules.RolesOf(documents, k, null));
        return [.. users.Concat(keys).DistinctBy(roles => string.Join(' ', roles.Order(StringComparer.Ordinal)))];
    }

    static bool Allows(PlacedAction placed, ImmutableArray<string> roles) =>
        PermissionRules.Allows(placed.Status.AllowedRoles, roles) && PermissionRules.Allows(placed.Action.AllowedRoles, roles);

    static CoverageFinding? WhyTargetIsOutOfUse(OrganizationDocuments documents, PlacedAction placed)
    {
        if (placed.Action.Move is not { } move) return null;
        var why = documents.Workflows.GetValueOrDefault(move.WorkflowId) switch
        {
            null => $"there is no workflow '{move.WorkflowId}'",
            { Archived: true } workflow => $"the workflow '{workflow.Name}' was archived",
            var workflow when workflow.RecordType != placed.Workflow.RecordType => $"'{workflow.Name}' is for '{workflow.RecordType}'",
            var workflow => workflow.Find(move.StatusId) switch
            {
                null => $"'{workflow.Name}' has no status '{move.StatusId}'",
                { Archived: true } status => $"the status {PlacedAction.Name(workflow, status)} was archived",
                { Enabled: false } status => $"the status {PlacedAction.Name(workflow, status)} is disabled",
                _ => null,
            },
        };
        return why is null
            ? null
            : Finding(
                placed,
                CoverageCodes.ActionTargetOutOfUse,
                CoverageSeverity.Problem,
                $"cannot run, because of where it moves leads: {why}.",
                "Let it move to a status that is in use, or enable that one.");
    }

    static CoverageFinding? WhyPlaceIsWrong(OrganizationDocuments documents, PlacedAction placed)
    {
        if (placed.Action.Move is not { } move)
        {
            return Finding(
                placed,
                CoverageCodes.ActionDoesNotMove,
                CoverageSeverity.Warning,
                "puts leads on the list but leaves them where they stand, among the active ones.",
                placed.Expires ? "Let it move leads to a nurture status." : "Let it move leads to a dead status that restricts contact.");
        }
        var to = documents.FindStatus(new(move.WorkflowId, move.StatusId))!;
        if (to.SystemStatus == SystemStatus.Dead || (to.SystemStatus == SystemStatus.Nurture && placed.Expires)) return null;
        return to.SystemStatus == SystemStatus.Nurture
            ? Finding(
                placed,
                CoverageCodes.ActionMovesElsewhere,
                CoverageSeverity.Warning,
                $"blocks leads for good but moves them to '{to.Name}', a nurture status, for those who may be contacted later.",
                "Let it move leads to a dead status, or give the block an end (expiresAfterDays).")
            : Finding(
                placed,
                CoverageCodes.ActionMovesElsewhere,
                CoverageSeverity.Warning,
                $"puts leads on the list but moves them to '{to.Name}', which is not dead.",
                placed.Expires ? "Let it move leads to a nurture or a dead status." : "Let it move leads to a dead status that restricts contact.");
    }

    static CoverageFinding? WhyGroupsAreOutOfUse(OrganizationDocuments documents, PlacedAction placed)
    {
        var gone = placed.Action.Operations.OfType<NotifyUserGroups>().SelectMany(o => o.UserGroupIds).Distinct()
            .Where(id => documents.UserGroups.GetValueOrDefault(id) is not { Archived: false })
            .Select(id => $"'{documents.UserGroups.GetValueOrDefault(id)?.Name ?? id}'")
            .ToList();
        return gone.Count == 0
            ? null
            : Finding(
                placed,
                CoverageCodes.GroupOutOfUse,
                CoverageSeverity.Warning,
                $"tells user groups that are not in use: {string.Join(", ", gone)}. They hear of nothing.",
                "Name user groups that are in use.");
    }

    static CoverageFinding NobodyMayRun(OrganizationDocuments documents, PlacedAction placed)
    {
        var asked = placed.Status.AllowedRoles.Concat(placed.Action.AllowedRoles).Distinct()
            .Select(r => $"'{documents.Roles.GetValueOrDefault(r)?.Name ?? r}'")
            .ToList();
        var roles = asked.Count == 0 ? "" : $" and the roles it asks for ({string.Join(", ", asked)})";
        return Finding(
            placed,
            CoverageCodes.NobodyMayRun,
            CoverageSeverity.Problem,
            $"can be run by nobody: no user, and no key with a role, has the permission action.execute{roles}.",
            "Give somebody these roles, or allow a role that people have.");
    }

    static CoverageFinding? WhySomePointsAreLeft(PlacedAction placed) =>
        placed.Action.Operations.OfType<AddToDoNotContact>().Any(o => o.ContactPoints == ContactPointSelection.All)
            ? null
            : Finding(
                placed,
                CoverageCodes.PrimaryOnly,
                CoverageSeverity.Hint,
                "blocks the primary contact points only: the lead's others stay reachable.",
                "If the wish is for no contact at all, let it take all contact points.");

    static CoverageFinding Finding(PlacedAction placed, string code, CoverageSeverity severity, string what, string mend) =>
        new(code, severity, placed.Workflow.Id, placed.Status.Id, placed.Action.Id, $"The action '{placed.Action.Name}' in {placed.Place} {what}", mend);
}
