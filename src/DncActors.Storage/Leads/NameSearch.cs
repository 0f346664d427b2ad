using System.Collections.Immutable;
using DncActors.Domain.Leads;

namespace DncActors.Storage.Leads;

/// <summary>
/// How leads are found by the words of a text. The leads of words are looked up and intersected, but for words that are common: where there are such, each lead
/// that the others give is compared with the text; where there are no others, leads are read from the newest on.
/// </summary>
/// <param name="LookedUp">Words whose leads are looked up; none where leads are read from the newest on.</param>
internal sealed record NameSearch(ImmutableArray<string> Words, ImmutableArray<string> LookedUp)
{
    /// <summary>Nothing is asked about names.</summary>
    public static readonly NameSearch None = new([], []);

    /// <summary>A word on so many leads is common, and not looked up.</summary>
    public const long Common = 100_000;

    /// <summary>How many leads are read at once where they are compared; a page is often less.</summary>
    public const int Chunk = 500;

    /// <summary>Each lead must be compared with the text, since not all of its words were looked up.</summary>
    public bool Compares => LookedUp.Length < Words.Length;

    /// <summary>Leads are read from the newest on.</summary>
    public bool Walks => Compares && LookedUp.IsEmpty;

    /// <param name="counts">How many leads have each of the words, counted up to <paramref name="common"/>.</param>
    public static NameSearch Of(ImmutableArray<string> words, IReadOnlyList<long> counts, long common) =>
        new(words, [.. words.Where((_, i) => counts[i] < common)]);

    /// <summary>Whether the lead is one that the text, or the contact point beside it, means.</summary>
    public bool Describes(LeadQuery query, Lead lead) =>
        lead.Id == query.Text || lead.ContactPoints.Any(p => p.Point == query.Point) || NameWords.AreIn(lead.Name, Words);
}
