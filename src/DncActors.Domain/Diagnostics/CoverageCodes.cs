namespace DncActors.Domain.Diagnostics;

/// <summary>What a coverage check finds. The texts are stable: clients branch on them.</summary>
public static class CoverageCodes
{
    /// <summary>A lead that stands there cannot be put on the list: no enabled action does it.</summary>
    public const string StatusWithoutAction = "status.without-dnc-action";

    /// <summary>Leads stand in a status that was disabled: no action runs on them.</summary>
    public const string StatusDisabledWithLeads = "status.disabled-with-leads";

    /// <summary>Actions put leads there for good, but the status leaves channels open that they block: contact points that others add stay reachable.</summary>
    public const string StatusRestrictsLess = "status.restricts-less";

    /// <summary>A dead status that restricts nothing, and that no Do Not Contact action moves to.</summary>
    public const string DeadRestrictsNothing = "status.dead-restricts-nothing";

    /// <summary>A status restricts every channel but counts as active.</summary>
    public const string RestrictsButActive = "status.restricts-but-active";

    /// <summary>The action puts leads on the list and leaves them where they stand.</summary>
    public const string ActionDoesNotMove = "action.does-not-move";

    /// <summary>The action puts leads on the list and moves them neither to a dead status nor, expiring, to a nurture one.</summary>
    public const string ActionMovesElsewhere = "action.moves-elsewhere";

    /// <summary>The action moves leads to a status that is missing, of another record type, disabled or archived: it cannot run.</summary>
    public const string ActionTargetOutOfUse = "action.target-out-of-use";

    /// <summary>Nobody has the roles, and the permission, that running the action asks for.</summary>
    public const string NobodyMayRun = "action.nobody-may-run";

    /// <summary>The action blocks the primary contact points only.</summary>
    public const string PrimaryOnly = "action.primary-only";

    /// <summary>The action tells a user group that is missing or archived.</summary>
    public const string GroupOutOfUse = "action.user-group-out-of-use";

    /// <summary>The action's name differs from the usual one in case, spaces or marks only.</summary>
    public const string NameVariant = "action.name-variant";

    /// <summary>What is called one thing in most statuses is called another here.</summary>
    public const string NameDiffers = "action.name-differs";

    /// <summary>No status of the workflow restricts contact, and no Do Not Contact action of it moves to one that does.</summary>
    public const string WorkflowRestrictsNothing = "workflow.restricts-nothing";
}
