using System.Collections.Immutable;
using System.Security.Cryptography;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Ledger;
using DncActors.Domain.Outcomes;
using DncActors.Domain.Registry;

namespace DncActors.Contracts.Imports;

/// <summary>Counts, in a dry run, the contact points that an import would block: each once, however often it is in the file.</summary>
public sealed class BlockForecast(IEntryStore entries, string organization, TimeProvider time)
{
    /// <summary>Beyond so many contact points, one that comes again is counted again: memory stays bounded.</summary>
    const int MostRemembered = 1_000_000;

    readonly HashSet<ContactKey> _seen = [];
    readonly EmailHashKey _key = EmailHashKey.From(RandomNumberGenerator.GetBytes(EmailHashKey.Size));

    /// <summary>Contact points that would be blocked on a channel on which nothing blocks them now.</summary>
    public long Newly { get; private set; }

    /// <summary>Contact points that are blocked already on all of the channels that they would be.</summary>
    public long Already { get; private set; }

    /// <summary>Counts the contact points of accepted lines; null, or why they cannot be counted now.</summary>
    public async Task<Refusal?> CountAsync(ImmutableArray<EntryDraft> accepted)
    {
        var asked = new Dictionary<ContactPoint, Channels>();
        foreach (var draft in accepted)
        {
            if (asked.ContainsKey(draft.Point) || IsNew(draft.Point)) asked[draft.Point] = asked.GetValueOrDefault(draft.Point) | draft.Channels;
        }
        try
        {
            var found = await entries.ReadByPointsAsync(organization, [.. asked.Keys], CancellationToken.None);
            var now = time.GetUtcNow();
            var blocked = found.Where(e => e.InForce(now)).ToLookup(e => e.Point, e => e.Channels);
            foreach (var (point, channels) in asked)
            {
                if ((channels & ~blocked[point].Aggregate(Channels.None, (all, c) => all | c)) == Channels.None) Already++;
                else Newly++;
            }
            return null;
        }
        catch (LedgerUnavailableException)
        {
            return Refusal.Unavailable("ledger.unknown", "It cannot be said now what is blocked already: send the same again.");
        }
    }

    bool IsNew(in ContactPoint point)
    {
        var key = ContactKey.Of(point, _key);
        return _seen.Count < MostRemembered ? _seen.Add(key) : !_seen.Contains(key);
    }
}
