using System.Collections.Concurrent;
using DncActors.Contracts.Access;
using DncActors.Domain.Organizations;

namespace DncActors.Grains.Organizations;

/// <summary>An organization's documents as of one place in the log, with the answers that were worked out from just these.</summary>
sealed class PublishedOrganization(OrganizationDocuments documents)
{
    public const int MostAnswers = 10_000;

    public OrganizationDocuments Documents { get; } = documents;

    /// <summary>By the hash of the key and the acting user.</summary>
    public ConcurrentDictionary<(KeyHash Hash, string? ActingUserId), AccessAnswer> Access { get; } = new();
}
