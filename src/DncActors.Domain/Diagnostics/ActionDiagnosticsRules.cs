using System.Collections.Immutable;
using DncActors.Domain.Organizations;
using DncActors.Domain.Outcomes;
using DncActors.Domain.People;
using DncActors.Domain.Workflows;

namespace DncActors.Domain.Diagnostics;

/// <summary>
/// Answers what people ask about an action: why is it not shown; why could it not be copied; why does it not run, or not keep leads from being contacted; why
/// does this user miss the option; do the user groups follow.
/// </summary>
public static class ActionDiagnosticsRules
{
    /// <summary>The diagnosis. Not found: there is no such action, or no such user.</summary>
    /// <param name="userId">The user that is asked about; null for anybody who may execute actions and has every role.</param>
    /// <param name="target">Where it is to be copied, or null.</param>
    /// <param name="progress">How far the groups of <see cref="GroupsOf"/> are with the action's workflow.</param>
    public static Outcome<ActionDiagnosis> Diagnose(
        OrganizationDocuments documents, string actionId, string? userId, StatusRef? target, ImmutableArray<GroupProgress> progress)
    {
        if (Find(documents, actionId) is not { } placed) return Refusal.NotFound("action", TextRules.Shorten(actionId));
        var user = userId is null ? null : documents.Users.GetValueOrDefault(userId);
        if (userId is not null && user is null) return Refusal.NotFound("user", TextRules.Shorten(userId));

        var findings = CoverageRules.Check(documents, standing: []);
        var (shown, whyShown) = ActionShownAnswers.Of(documents, placed, user, findings);
        var (copyable, whyCopied) = ActionCopiedAnswers.Of(documents, placed, user, target);
        var (runnable, whyRun) = ActionRunAnswers.Of(documents, placed, findings);
        return new ActionDiagnosis(
            placed.At,
            placed.Action,
            shown,
            copyable,
            runnable,
            [
                .. whyShown.Select(r => new ActionAnswer(ActionQuestion.Shown, r)),
                .. whyCopied.Select(r => new ActionAnswer(ActionQuestion.Copied, r)),
                .. whyRun.Select(r => new ActionAnswer(ActionQuestion.Run, r)),
                .. OfGroups(documents, placed, progress).Select(r => new ActionAnswer(ActionQuestion.UserGroups, r)),
            ]);
    }

    /// <summary>The workflow of the action and the user groups that it concerns, by id; null where there is no such action.</summary>
    public static (string WorkflowId, ImmutableArray<string> UserGroupIds)? GroupsOf(OrganizationDocuments documents, string actionId) =>
        Find(documents, actionId) is { } placed ? (placed.Workflow.Id, [.. Concerned(documents, placed).Select(g => g.Id)]) : null;

    static PlacedAction? Find(OrganizationDocuments documents, string actionId) =>
        (from workflow in documents.Workflows.Values
         from status in workflow.Statuses
         from action in status.Actions
         where action.Id == actionId
         select new PlacedAction(workflow, status, action)).FirstOrDefault();

    static IEnumerable<UserGroup> Concerned(OrganizationDocuments documents, PlacedAction placed) => documents.UserGroups.Values
        .Where(g => !g.Archived && g.Concerns(placed.Workflow.RecordType))
        .OrderBy(g => g.Id, StringComparer.Ordinal);

    static IEnumerable<Reason> OfGroups(OrganizationDocuments documents, PlacedAction placed, ImmutableArray<GroupProgress> progress)
    {
        var workflow = placed.Workflow;
        var groups = Concerned(documents, placed).ToList();
        if (groups.Count == 0)
        {
            const string Mend = "Make a user group for this record type, if people should hear of changes.";
            yield return new("user-groups.none", $"No user group concerns the record type '{workflow.RecordType}'.", Mend);
            yield break;
        }
        var versions = progress.DistinctBy(p => p.UserGroupId).ToDictionary(p => p.UserGroupId, p => p.SyncedVersion);
        var behind = groups.Where(g => versions.TryGetValue(g.Id, out var version) && version < workflow.Version).ToList();
        foreach (var group in behind)
        {
            yield return new(
                "user-group.behind",
                $"The user group '{group.Name}' has applied version {versions[group.Id]} of '{workflow.Name}', which is at {workflow.Version}."
                + " No contact check waits for it.",
                "It catches up by itself; if it stays behind, look at the node that holds the group.");
        }
        if (behind.Count == 0 && groups.All(g => versions.ContainsKey(g.Id)))
        {
            yield return new("user-groups.in-step", $"All {groups.Count} user groups have applied version {workflow.Version} of '{workflow.Name}'.", null);
        }
    }
}
