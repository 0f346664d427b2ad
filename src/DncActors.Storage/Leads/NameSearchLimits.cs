namespace DncActors.Storage.Leads;

/// <summary>When words are on too many leads to be looked up.</summary>
/// <param name="Intersected">As many rows in all may be intersected, which takes tens of milliseconds; counting ends there too.</param>
/// <param name="Rare">Of a word on fewer leads than that all are read, where it must be.</param>
internal sealed record NameSearchLimits(long Intersected, long Rare)
{
    public static readonly NameSearchLimits Usual = new(100_000, 20_000);

    /// <summary>How far the leads of a word are counted.</summary>
    public long Counted => Math.Max(Intersected, Rare) + 1;
}
