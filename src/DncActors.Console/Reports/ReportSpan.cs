using System.Globalization;
using DncActors.Console.Parts;

namespace DncActors.Console.Reports;

/// <summary>From which day to which a report counts, both included, in the reader's zone.</summary>
public sealed record ReportSpan(string From, string To)
{
    /// <summary>What is counted where nothing else was asked for.</summary>
    public const int UsualDays = 30;

    /// <summary>The last days up to today.</summary>
    internal static ReportSpan Last(int days, DateTimeOffset now, TimeZoneInfo zone) => new(Days.Text(now.AddDays(1 - days), zone), Days.Text(now, zone));

    /// <summary>Why it cannot be counted; null where it can.</summary>
    internal string? WhyNot(TimeZoneInfo zone) => (Days.Begin(From, zone), Days.Begin(To, zone)) switch
    {
        (null, _) or (_, null) => "Choose the first and the last day.",
        ({ } from, { } to) when from > to => "The first day is after the last one.",
        _ => null,
    };

    /// <summary>Every day of it, as days of UTC are written: what a report by day counts by.</summary>
    internal IEnumerable<string> EachDay()
    {
        if (!TryRead(From, out var day) || !TryRead(To, out var last)) yield break;
        for (; day <= last; day = day.AddDays(1)) yield return day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    static bool TryRead(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
