using System.Globalization;

namespace DncActors.Console.Parts;

/// <summary>Days and times as inputs of a browser write them, in the reader's zone.</summary>
static class Days
{
    const string Day = "yyyy-MM-dd";

    /// <summary>2026-05-01.</summary>
    internal static string Text(DateTimeOffset at, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(at, zone).ToString(Day, CultureInfo.InvariantCulture);

    /// <summary>When that day begins there; null for what is no day.</summary>
    internal static DateTimeOffset? Begin(string? day, TimeZoneInfo zone) => Read(day, Day, zone);

    /// <summary>When the day after it begins.</summary>
    internal static DateTimeOffset? End(string? day, TimeZoneInfo zone) =>
        DateTime.TryParseExact(day, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) && read < DateTime.MaxValue.Date
            ? In(read.AddDays(1), zone)
            : null;

    /// <summary>What an input of a day and a time holds: 2026-05-01T14:03.</summary>
    internal static DateTimeOffset? Moment(string? text, TimeZoneInfo zone) => Read(text, "yyyy-MM-ddTHH:mm", zone) ?? Read(text, "yyyy-MM-ddTHH:mm:ss", zone);

    static DateTimeOffset? Read(string? text, string form, TimeZoneInfo zone) =>
        DateTime.TryParseExact(text, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? In(read, zone) : null;

    static DateTimeOffset In(DateTime local, TimeZoneInfo zone) => new(local, zone.GetUtcOffset(local));
}
