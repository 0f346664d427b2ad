namespace DncActors.Domain.Ledger;

/// <summary>Something that is published whole, version by version; every version is kept.</summary>
/// <param name="Id">Unique among the organization's documents of its kind.</param>
/// <param name="Version">1 for the first, one more for each.</param>
/// <param name="Archived">No longer in use; kept because the record refers to it.</param>
[GenerateSerializer, Immutable, Alias("dnc.Document")]
public abstract record Document([property: Id(0)] string Id, [property: Id(1)] long Version, [property: Id(2)] bool Archived)
{
    public abstract DocumentKind Kind { get; }
}
