namespace DncActors.Client.Workflows;

/// <summary>An action as it shall be: body of the <c>POST</c> and <c>PUT</c> of an action, and part of a template's.</summary>
public sealed record ActionRequest
{
    /// <summary>Required.</summary>
    public string? Name { get; init; }

    /// <summary>Required: what people group actions by, such as "Compliance".</summary>
    public string? Category { get; init; }

    /// <summary>Default: true.</summary>
    public bool? Enabled { get; init; }

    /// <summary>Role ids. Default: none, which is everybody.</summary>
    public IReadOnlyList<string?>? AllowedRoles { get; init; }

    /// <summary>Run in this order, as one. At most one <c>moveToStatus</c>. Default: none.</summary>
    public IReadOnlyList<OperationModel?>? Operations { get; init; }

    /// <summary>Default: after the last; for a <c>PUT</c>: where it stands.</summary>
    public int? Order { get; init; }
}
