using System.Globalization;

namespace DncActors.Console.Parts;

/// <summary>Times as people read them.</summary>
static class Clock
{
    static readonly CultureInfo _english = CultureInfo.InvariantCulture;

    /// <summary>2026-05-01 and 14:03, in that zone.</summary>
    internal static (string Day, string Hour) Usual(DateTimeOffset at, TimeZoneInfo zone)
    {
        var there = TimeZoneInfo.ConvertTime(at, zone);
        return (there.ToString("yyyy-MM-dd", _english), there.ToString("HH:mm", _english));
    }

    /// <summary>With seconds and the offset.</summary>
    internal static string Exact(DateTimeOffset at, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(at, zone).ToString("yyyy-MM-dd HH:mm:ss 'UTC'zzz", _english);

    /// <summary>How long ago, within a day; null for what is longer ago or to come.</summary>
    internal static string? Relative(DateTimeOffset at, DateTimeOffset now)
    {
        var ago = now - at;
        return ago < TimeSpan.FromSeconds(-60) || ago >= TimeSpan.FromDays(1) ? null
            : ago < TimeSpan.FromSeconds(10) ? "just now"
            : ago < TimeSpan.FromMinutes(1) ? string.Create(_english, $"{(int)ago.TotalSeconds} s ago")
            : ago < TimeSpan.FromHours(1) ? string.Create(_english, $"{(int)ago.TotalMinutes} min ago")
            : string.Create(_english, $"{(int)ago.TotalHours} h ago");
    }
}
