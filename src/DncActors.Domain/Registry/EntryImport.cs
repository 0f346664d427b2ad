namespace DncActors.Domain.Registry;

/// <summary>An import of entries, and what became of them. Those that came with imported leads are not counted: they are the leads'.</summary>
/// <param name="Id">Stands on its entries.</param>
/// <param name="At">When its first entries came.</param>
/// <param name="OptOuts">How many of its entries are people's own wishes, which only evidence ends.</param>
/// <param name="Revoked">How many of its entries were revoked, together or one by one.</param>
[GenerateSerializer, Immutable, Alias("dnc.EntryImport")]
public sealed record EntryImport(Guid Id, string By, DateTimeOffset At, long Entries, long OptOuts, long Revoked);
