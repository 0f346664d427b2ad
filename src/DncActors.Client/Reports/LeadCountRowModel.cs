namespace DncActors.Client.Reports;

/// <summary>How many leads stand in a status, or in statuses of one system status.</summary>
public sealed record LeadCountRowModel
{
    /// <summary><c>workflowId/statusId</c>, or the system status.</summary>
    public required string Key { get; init; }

    /// <summary>What people call it.</summary>
    public required string Label { get; init; }

    /// <summary>Null when grouped by system status.</summary>
    public string? WorkflowId { get; init; }

    /// <summary>Null when grouped by system status.</summary>
    public string? StatusId { get; init; }

    public required string SystemStatus { get; init; }
    public required long Leads { get; init; }

    /// <summary>Those of <see cref="Leads"/> that are flagged as Do Not Contact.</summary>
    public required long DoNotContact { get; init; }

    /// <summary>Those of <see cref="Leads"/> that count as active: in no dead status and not flagged.</summary>
    public required long Active { get; init; }
}
