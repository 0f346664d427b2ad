using System.Globalization;
using DncActors.Grains.Leases;

namespace DncActors.Host.Settings;

/// <summary>Reads the settings <c>Dnc__Lease__…</c>.</summary>
static class LeaseSettings
{
    const string Section = nameof(DncOptions.Lease) + ":";

    internal static readonly string[] Known =
    [
        Section + nameof(LeaseOptions.Length), Section + nameof(LeaseOptions.RenewEvery),
        Section + nameof(LeaseOptions.PushPatience), Section + nameof(LeaseOptions.DriftMargin),
    ];

    internal static LeaseOptions Read(IReadOnlyDictionary<string, string> given, List<string> wrong)
    {
        var byDefault = new LeaseOptions();
        var before = wrong.Count;
        var options = new LeaseOptions
        {
            Length = Time(nameof(LeaseOptions.Length), byDefault.Length),
            RenewEvery = Time(nameof(LeaseOptions.RenewEvery), byDefault.RenewEvery),
            PushPatience = Time(nameof(LeaseOptions.PushPatience), byDefault.PushPatience),
            DriftMargin = Number(nameof(LeaseOptions.DriftMargin), byDefault.DriftMargin),
        };
        if (wrong.Count == before) wrong.AddRange(LeaseOptionsRules.Check(options));
        return options;

        TimeSpan Time(string name, TimeSpan otherwise) => LeaseSettings.Time(given, Section + name, otherwise, wrong);

        double Number(string name, double otherwise)
        {
            if (!given.TryGetValue(Section + name, out var value)) return otherwise;
            if (double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return number;
            wrong.Add($"Dnc__Lease__{name} is '{value}': write a number such as 0.1.");
            return otherwise;
        }
    }

    /// <param name="name">The setting's name within <c>Dnc</c>.</param>
    internal static TimeSpan Time(IReadOnlyDictionary<string, string> given, string name, TimeSpan otherwise, List<string> wrong)
    {
        if (!given.TryGetValue(name, out var value)) return otherwise;
        // "3" would be read as three days.
        if (value.Contains(':', StringComparison.Ordinal) && TimeSpan.TryParse(value, CultureInfo.InvariantCulture, out var time)) return time;
        wrong.Add($"Dnc__{name.Replace(":", "__", StringComparison.Ordinal)} is '{value}': "
            + "write hours, minutes and seconds, such as 00:00:03 or 00:00:00.250.");
        return otherwise;
    }
}
