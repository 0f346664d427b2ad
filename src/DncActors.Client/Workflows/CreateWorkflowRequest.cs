namespace DncActors.Client.Workflows;

/// <summary>Body of <c>POST /v1/workflows</c>.</summary>
public sealed record CreateWorkflowRequest
{
    /// <summary>Required.</summary>
    public string? Name { get; init; }

    /// <summary>Required: a slug, such as <c>lead</c>. It cannot be changed later.</summary>
    public string? RecordType { get; init; }
}
