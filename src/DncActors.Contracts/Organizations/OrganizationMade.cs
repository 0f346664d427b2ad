using DncActors.Domain.Organizations;

namespace DncActors.Contracts.Organizations;

/// <summary>A new organization with its first administrator key.</summary>
[GenerateSerializer, Immutable, Alias("dnc.OrganizationMade")]
public sealed record OrganizationMade(Organization Organization, KeyMade FirstKey);
