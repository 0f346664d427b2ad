namespace DncActors.Domain.Workflows;

/// <summary>How large workflows, and what is in them, may become.</summary>
public static class WorkflowLimits
{
    /// <summary>Unarchived workflows of an organization.</summary>
    public const int MaxWorkflows = 1_000;

    /// <summary>Unarchived templates of an organization.</summary>
    public const int MaxTemplates = 1_000;

    /// <summary>Unarchived statuses of a workflow.</summary>
    public const int MaxStatuses = 200;

    /// <summary>Statuses of a workflow, archived ones included: these stay because the record refers to them.</summary>
    public const int MaxStatusesEver = 1_000;

    /// <summary>Actions of a status.</summary>
    public const int MaxActions = 100;

    /// <summary>Operations of an action.</summary>
    public const int MaxOperations = 10;

    /// <summary>Roles that a status, or an action, names.</summary>
    public const int MaxRoles = 50;

    /// <summary>User groups that an operation names.</summary>
    public const int MaxUserGroups = 100;

    /// <summary>Targets of one copy, or of one application of a template.</summary>
    public const int MaxTargets = 1_000;

    /// <summary>Characters of an operation's reason.</summary>
    public const int MaxReason = 500;

    public const int MaxExpiresAfterDays = 3_650;

    /// <summary>The highest place in an order; the lowest is 0.</summary>
    public const int MaxOrder = 1_000_000;

    /// <summary>A workflow, as <see cref="WorkflowSizeRules"/> counts: every version of it goes whole to every node.</summary>
    public const int MaxWorkflowBytes = 1024 * 1024;

    /// <summary>All workflows that one copy or application changes, together: they are one commit.</summary>
    public const int MaxPlacementBytes = 4 * 1024 * 1024;
}
