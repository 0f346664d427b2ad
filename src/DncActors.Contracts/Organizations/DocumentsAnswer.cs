using DncActors.Domain.Organizations;

namespace DncActors.Contracts.Organizations;

/// <summary>An organization's documents, where they are others than the asker has.</summary>
/// <param name="IsThere">Whether there is such an organization.</param>
/// <param name="Documents">All of them; null where they are those that the asker has, or there is no such organization.</param>
[GenerateSerializer, Immutable, Alias("dnc.DocumentsAnswer")]
public readonly record struct DocumentsAnswer(bool IsThere, OrganizationDocuments? Documents);
