using System.Collections.Concurrent;
using DncActors.Contracts.Organizations;
using DncActors.Domain.Organizations;
using DncActors.Gateway.Silos;

namespace DncActors.Gateway.Organizations;

/// <summary>Asks a silo each time whether the documents that are known here are still those that it has: what was published and acknowledged is seen at
/// once.</summary>
sealed class SiloDocuments(SiloCalls silos) : IPublishedDocuments
{
    const int MostKept = 1_000;

    readonly ConcurrentDictionary<string, OrganizationDocuments> _known = new(StringComparer.Ordinal);

    public async ValueTask<OrganizationDocuments?> FindAsync(string organization)
    {
        var known = _known.GetValueOrDefault(organization);
        var (isThere, documents) = await silos.AskAsync(
            () => silos.Any<IDocumentsGrain>().FindAsync(organization, known?.Sequence), static _ => true);
        if (!isThere) return null;
        if (documents is null) return known;
        if (_known.Count >= MostKept) _known.Clear();
        return _known[organization] = documents;
    }
}
