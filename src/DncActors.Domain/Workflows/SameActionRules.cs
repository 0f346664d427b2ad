namespace DncActors.Domain.Workflows;

/// <summary>Whether actions say the same: lists in records compare by identity, but an edit that changes nothing must make no new version.</summary>
static class SameActionRules
{
    public static bool IsSame(WorkflowAction left, WorkflowAction right) =>
        left.AllowedRoles.SequenceEqual(right.AllowedRoles)
        && left.Operations.Length == right.Operations.Length
        && left.Operations.Zip(right.Operations).All(pair => IsSame(pair.First, pair.Second))
        && left == right with { AllowedRoles = left.AllowedRoles, Operations = left.Operations };

    static bool IsSame(Operation left, Operation right) => (left, right) switch
    {
        (NotifyUserGroups l, NotifyUserGroups r) => l.All == r.All && l.UserGroupIds.SequenceEqual(r.UserGroupIds),
        _ => left == right,
    };
}
