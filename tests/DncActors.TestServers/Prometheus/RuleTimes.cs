using System.Globalization;
using System.Text.RegularExpressions;

namespace DncActors.TestServers.Prometheus;

/// <summary>The times that the file of the alerts names: in ranges, behind <c>offset</c>, and for how long something must be so.</summary>
public static partial class RuleTimes
{
    public static string DivideBy(int haste, string rules) => Time().Replace(rules, time =>
        time.Groups["before"].Value
        + (SecondsOf(time.Groups["time"].Value) / haste).ToString(CultureInfo.InvariantCulture) + "s"
        + time.Groups["after"].Value);

    static int SecondsOf(string time) => int.Parse(time[..^1], CultureInfo.InvariantCulture) * time[^1] switch
    {
        'h' => 3_600,
        'm' => 60,
        _ => 1,
    };

    [GeneratedRegex(@"(?<before>\[|for: |offset )(?<time>\d+[smh])(?<after>\b)")]
    private static partial Regex Time();
}
