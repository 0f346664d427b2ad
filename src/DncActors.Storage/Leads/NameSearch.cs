using System.Collections.Immutable;
using DncActors.Domain.Leads;

namespace DncActors.Storage.Leads;

/// <summary>
/// How leads are found by the words of a text. Words that few leads have are looked up and their leads intersected. Where some are on many leads, only the rare
/// ones are looked up and what they give is read; where all are, leads are read from the newest on: each lead read is then compared with the text.
/// </summary>
/// <param name="LookedUp">Words whose leads are looked up; none where leads are read from the newest on.</param>
/// <param name="Compares">Whether each lead must be compared with the text, since not all of its words were looked up.</param>
internal sealed record NameSearch(ImmutableArray<string> Words, ImmutableArray<string> LookedUp, bool Compares)
{
    /// <summary>Nothing is asked about names.</summary>
    public static readonly NameSearch None = new([], [], false);

    /// <summary>How many leads are read at once where they are compared; a page is often less.</summary>
    public const int Chunk = 500;

    /// <summary>Leads are read from the newest on.</summary>
    public bool Walks => Compares && LookedUp.IsEmpty;

    /// <param name="counts">How many leads have each of the words, counted up to what <paramref name="limits"/> says.</param>
    public static NameSearch Of(ImmutableArray<string> words, IReadOnlyList<long> counts, NameSearchLimits limits)
    {
        if (counts.Sum() <= limits.Intersected) return new(words, words, false);
        return new(words, [.. words.Where((_, i) => counts[i] < limits.Rare)], true);
    }

    /// <summary>Whether the lead is one that the text, or the contact point beside it, means.</summary>
    public bool Describes(LeadQuery query, Lead lead) =>
        lead.Id == query.Text || lead.ContactPoints.Any(p => p.Point == query.Point) || NameWords.AreIn(lead.Name, Words);
}
