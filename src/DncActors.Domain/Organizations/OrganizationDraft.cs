namespace DncActors.Domain.Organizations;

/// <summary>An organization as somebody asks for it.</summary>
/// <param name="Id">A slug, or null: made.</param>
/// <param name="Region">Null: <c>US</c>.</param>
[GenerateSerializer, Immutable, Alias("dnc.OrganizationDraft")]
public sealed record OrganizationDraft(string? Id, string Name, string? Region);
