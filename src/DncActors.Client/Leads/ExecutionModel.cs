using DncActors.Client.Workflows;

namespace DncActors.Client.Leads;

/// <summary>An action that was run on a lead. When it is answered, every later contact check on any node follows it.</summary>
public sealed record ExecutionModel
{
    public required string Id { get; init; }
    public required string LeadId { get; init; }
    public required string ActionId { get; init; }

    /// <summary>As it was called then.</summary>
    public required string ActionName { get; init; }

    public required string Category { get; init; }

    /// <summary>The workflow of the action.</summary>
    public required string WorkflowId { get; init; }

    /// <summary>The version of the workflow that it ran under.</summary>
    public required long WorkflowVersion { get; init; }

    /// <summary>Who ran it: the acting user, or the key.</summary>
    public required string Actor { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>When the person said so.</summary>
    public DateTimeOffset? OccurredAt { get; init; }

    /// <summary>Where the lead stood.</summary>
    public required StatusReference From { get; init; }

    /// <summary>Where it stands after it; the same when the action moves nothing.</summary>
    public required StatusReference To { get; init; }

    /// <summary>The ids of the entries that it added.</summary>
    public required IReadOnlyList<string> DncEntries { get; init; }

    /// <summary>The ids of the entries that it revoked.</summary>
    public required IReadOnlyList<string> RevokedEntries { get; init; }

    /// <summary>After a removal: the lead's contact points that other entries still block; empty otherwise.</summary>
    public required IReadOnlyList<StillBlockedModel> StillBlocked { get; init; }

    /// <summary>The ids of the groups that were told.</summary>
    public required IReadOnlyList<string> UserGroups { get; init; }

    public string? Note { get; init; }
    public string? Evidence { get; init; }
}
