namespace DncActors.Client.Organizations;

/// <summary>Body of <c>POST /v1/organizations</c>, which only administrators of <c>default</c> may send.</summary>
public sealed record CreateOrganizationRequest
{
    /// <summary>A slug. Default: made.</summary>
    public string? Id { get; init; }

    /// <summary>Required.</summary>
    public string? Name { get; init; }

    /// <summary>The two-letter region (ISO 3166-1) in which national phones are read. Default: <c>US</c>.</summary>
    public string? Region { get; init; }
}
