using DncActors.Domain.Registry;

namespace DncActors.Storage.Postgres;

/// <summary>Until when, as the database counts it.</summary>
internal static class PostgresBlocks
{
    /// <summary>Of ticks, 0 for never and the largest number for ever, the index's milliseconds.</summary>
    public static long Until(long ticks) => ticks switch
    {
        0 => 0,
        long.MaxValue => BlockedUntil.Forever,
        _ => new DateTimeOffset(ticks, TimeSpan.Zero).ToUnixTimeMilliseconds(),
    };
}
