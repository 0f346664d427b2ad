namespace DncActors.Client.Organizations;

/// <summary>An organization's own settings.</summary>
public sealed record OrganizationModel
{
    public required string Id { get; init; }
    public required string Name { get; init; }

    /// <summary>The two-letter region (ISO 3166-1) in which national phones are read.</summary>
    public required string Region { get; init; }

    /// <summary>One higher with each change; also the <c>ETag</c>.</summary>
    public required long Version { get; init; }
}
