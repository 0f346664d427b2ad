namespace DncActors.Client.Organizations;

/// <summary>A new organization with its first administrator key.</summary>
public sealed record CreatedOrganizationModel
{
    public required string Id { get; init; }
    public required string Name { get; init; }

    /// <summary>The two-letter region (ISO 3166-1) in which national phones are read.</summary>
    public required string Region { get; init; }

    /// <summary>The id of the key, as in <c>/v1/api-keys</c> of the new organization.</summary>
    public required string KeyId { get; init; }

    /// <summary>The key itself, shown only here; null in the answer to a repeated request.</summary>
    public required string? Key { get; init; }
}
