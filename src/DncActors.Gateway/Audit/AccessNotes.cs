using DncActors.Domain.Audit;
using DncActors.Domain.Identity;

namespace DncActors.Gateway.Audit;

/// <summary>
/// Accesses on their way to records: the first of a kind is one at once, what comes within the next minute another. So neither who polls nor who tries keys
/// can fill the record. Thread-safe.
/// </summary>
sealed class AccessNotes(IdSource ids)
{
    /// <summary>Records of one kind by one caller are at least so far apart.</summary>
    internal static readonly TimeSpan Apart = TimeSpan.FromMinutes(1);

    /// <summary>Unknown keys that are told apart within a minute; the rest are one record.</summary>
    internal const int MostStrangers = 32;

    /// <summary>Callers and ways that are told apart within a minute; of the rest no more is kept than whose list it was.</summary>
    internal const int MostKept = 4_096;

    internal const string Others = "others";

    readonly Dictionary<AccessNote, AccessTally> _tallies = [];
    readonly Lock _gate = new();
    int _strangers;

    internal void Add(in AccessNote note, DateTimeOffset at, long items)
    {
        lock (_gate)
        {
            if (!_tallies.TryGetValue(note, out var tally)) tally = Begin(note);
            tally.Count(at, items);
        }
    }

    /// <param name="now">By a steady clock.</param>
    /// <param name="all">Also what would otherwise wait for its minute to end: this is the last time.</param>
    internal List<AccessRecord> Take(TimeSpan now, bool all = false)
    {
        var records = new List<AccessRecord>();
        lock (_gate)
        {
            foreach (var (note, tally) in _tallies)
            {
                if (now < tally.NotBefore && !all) continue;
                if (tally.Requests == 0)
                {
                    _tallies.Remove(note);
                    if (IsOfStranger(note)) _strangers--;
                    continue;
                }
                records.Add(Record(note, tally));
                tally.Clear();
                tally.NotBefore = now + Apart;
            }
        }
        return records;
    }

    AccessTally Begin(in AccessNote note)
    {
        var kept = note;
        if (IsOfStranger(note) && _strangers >= MostStrangers) kept = note with { Actor = Others };
        else if (_tallies.Count >= MostKept) kept = new(note.Organization, note.Kind, Others, null, "", "");
        if (_tallies.TryGetValue(kept, out var tally)) return tally;
        if (IsOfStranger(kept)) _strangers++;
        return _tallies[kept] = new();
    }

    /// <summary>Anybody can make up as many of these as he likes.</summary>
    static bool IsOfStranger(in AccessNote note) => note is { Kind: AccessKind.SignInFailed, KeyId: null } && note.Actor != Others;

    AccessRecord Record(in AccessNote note, AccessTally tally) => new(
        ids.Next(tally.Last),
        note.Organization,
        note.Kind,
        note.Actor,
        note.KeyId,
        note.Reason,
        note.Filters,
        tally.First,
        tally.Last,
        tally.Requests,
        tally.Items);
}
