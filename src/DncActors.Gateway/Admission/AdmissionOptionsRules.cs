using System.Globalization;

namespace DncActors.Gateway.Admission;

/// <summary>What the settings must be like.</summary>
public static class AdmissionOptionsRules
{
    const int MostPlaces = 65_536;
    const int MostPerSecond = 1_000_000;

    static readonly TimeSpan _shortest = TimeSpan.FromMilliseconds(100);
    static readonly TimeSpan _longest = TimeSpan.FromMinutes(1);

    /// <summary>Every setting that is wrong, each with its name, its value and what to write; empty where all are right.</summary>
    public static IReadOnlyList<string> Check(AdmissionOptions options)
    {
        List<string> wrong = [];
        Within(nameof(options.ChangesAtOnce), options.ChangesAtOnce, 1);
        Within(nameof(options.ChangesWaiting), options.ChangesWaiting, 0);
        Within(nameof(options.ReadsAtOnce), options.ReadsAtOnce, 1);
        Within(nameof(options.ReadsWaiting), options.ReadsWaiting, 0);
        Within(nameof(options.BatchesAtOnce), options.BatchesAtOnce, 1);
        Within(nameof(options.BatchesWaiting), options.BatchesWaiting, 0);
        Within(nameof(options.StreamsAtOnce), options.StreamsAtOnce, 1);
        if (options.Patience < _shortest || options.Patience > _longest)
            wrong.Add($"Dnc__Admission__{nameof(options.Patience)} is {options.Patience}: set it between {_shortest} and {_longest}.");
        return wrong;

        void Within(string setting, int value, int least) => wrong.AddRange(Outside("Dnc__Admission__" + setting, value, least, MostPlaces));
    }

    /// <summary>The same of the limits of keys.</summary>
    public static IReadOnlyList<string> Check(RateLimitOptions options) =>
    [
        .. Outside("Dnc__RateLimits__" + nameof(options.ChecksPerSecond), options.ChecksPerSecond, 0, MostPerSecond),
        .. Outside("Dnc__RateLimits__" + nameof(options.ChangesPerSecond), options.ChangesPerSecond, 0, MostPerSecond),
    ];

    static IEnumerable<string> Outside(string setting, int value, int least, int most)
    {
        if (value < least || value > most)
            yield return string.Create(CultureInfo.InvariantCulture, $"{setting} is {value}: set it between {least} and {most}.");
    }
}
