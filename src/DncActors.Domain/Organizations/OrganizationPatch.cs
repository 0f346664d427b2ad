namespace DncActors.Domain.Organizations;

/// <summary>What is to change in an organization's settings; null leaves it as it is.</summary>
[GenerateSerializer, Immutable, Alias("dnc.OrganizationPatch")]
public sealed record OrganizationPatch(string? Name = null, string? Region = null);
