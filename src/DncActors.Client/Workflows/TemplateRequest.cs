namespace DncActors.Client.Workflows;

/// <summary>A template as it shall be: body of its <c>POST</c> and <c>PUT</c>.</summary>
public sealed record TemplateRequest
{
    /// <summary>Required.</summary>
    public string? Name { get; init; }

    /// <summary>Required: the record type of the workflows that it may be applied to.</summary>
    public string? RecordType { get; init; }

    /// <summary>Required.</summary>
    public ActionRequest? Action { get; init; }
}
