using System.Globalization;
using DncActors.Gateway.Admission;

namespace DncActors.Host.Settings;

/// <summary>Reads the settings <c>Dnc__Admission__…</c> and <c>Dnc__RateLimits__…</c>.</summary>
static class AdmissionSettings
{
    const string Admission = nameof(DncOptions.Admission) + ":";
    const string RateLimits = nameof(DncOptions.RateLimits) + ":";
    const string Patience = Admission + nameof(AdmissionOptions.Patience);

    /// <summary>One group of the ledger's: each change waits for other machines there, and keeps its place meanwhile.</summary>
    const int ClusterChanges = 256;

    internal static readonly string[] Known =
    [
        Admission + nameof(AdmissionOptions.ChangesAtOnce), Admission + nameof(AdmissionOptions.ChangesWaiting),
        Admission + nameof(AdmissionOptions.ReadsAtOnce), Admission + nameof(AdmissionOptions.ReadsWaiting),
        Admission + nameof(AdmissionOptions.BatchesAtOnce), Admission + nameof(AdmissionOptions.BatchesWaiting),
        Admission + nameof(AdmissionOptions.StreamsAtOnce), Patience,
        RateLimits + nameof(RateLimitOptions.ChecksPerSecond), RateLimits + nameof(RateLimitOptions.ChangesPerSecond),
    ];

    internal static AdmissionOptions ReadAdmission(IReadOnlyDictionary<string, string> given, StorageKind storage, List<string> wrong)
    {
        var byDefault = storage == StorageKind.Sqlite ? new AdmissionOptions() : new AdmissionOptions { ChangesAtOnce = ClusterChanges };
        var before = wrong.Count;
        var options = new AdmissionOptions
        {
            ChangesAtOnce = Number(nameof(AdmissionOptions.ChangesAtOnce), byDefault.ChangesAtOnce),
            ChangesWaiting = Number(nameof(AdmissionOptions.ChangesWaiting), byDefault.ChangesWaiting),
            ReadsAtOnce = Number(nameof(AdmissionOptions.ReadsAtOnce), byDefault.ReadsAtOnce),
            ReadsWaiting = Number(nameof(AdmissionOptions.ReadsWaiting), byDefault.ReadsWaiting),
            BatchesAtOnce = Number(nameof(AdmissionOptions.BatchesAtOnce), byDefault.BatchesAtOnce),
            BatchesWaiting = Number(nameof(AdmissionOptions.BatchesWaiting), byDefault.BatchesWaiting),
            StreamsAtOnce = Number(nameof(AdmissionOptions.StreamsAtOnce), byDefault.StreamsAtOnce),
            Patience = LeaseSettings.Time(given, Patience, byDefault.Patience, wrong),
        };
        if (wrong.Count == before) wrong.AddRange(AdmissionOptionsRules.Check(options));
        return options;

        int Number(string name, int otherwise) => AdmissionSettings.Number(given, Admission + name, otherwise, wrong);
    }

    internal static RateLimitOptions ReadRateLimits(IReadOnlyDictionary<string, string> given, List<string> wrong)
    {
        var before = wrong.Count;
        var options = new RateLimitOptions
        {
            ChecksPerSecond = Number(given, RateLimits + nameof(RateLimitOptions.ChecksPerSecond), 0, wrong),
            ChangesPerSecond = Number(given, RateLimits + nameof(RateLimitOptions.ChangesPerSecond), 0, wrong),
        };
        if (wrong.Count == before) wrong.AddRange(AdmissionOptionsRules.Check(options));
        return options;
    }

    static int Number(IReadOnlyDictionary<string, string> given, string name, int otherwise, List<string> wrong)
    {
        if (!given.TryGetValue(name, out var value)) return otherwise;
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        wrong.Add($"Dnc__{name.Replace(":", "__", StringComparison.Ordinal)} is '{value}': write a whole number such as {Math.Max(otherwise, 100)}.");
        return otherwise;
    }
}
