using DncActors.Client.Registry;

namespace DncActors.Console.Registry;

/// <summary>What is said of entries.</summary>
static class EntryWords
{
    internal static string Source(string source) => source switch
    {
        EntrySourceNames.Action => "an action",
        EntrySourceNames.Manual => "somebody, by hand",
        EntrySourceNames.Import => "an import",
        EntrySourceNames.OptOut => "the person's own wish",
        EntrySourceNames.LeadStatus => "the status of a lead",
        _ => source,
    };

    internal static string? State(DncEntryModel entry, DateTimeOffset now) => entry switch
    {
        { RevokedAt: not null } => "revoked",
        { ExpiresAt: { } until } when until <= now => "ended",
        _ => "in force",
    };

    internal static string? Tone(DncEntryModel entry, DateTimeOffset now) =>
        entry.RevokedAt is null && (entry.ExpiresAt is null || entry.ExpiresAt > now) ? "bad" : null;

    internal static bool InForce(DncEntryModel entry, DateTimeOffset now) => Tone(entry, now) is not null;
}
