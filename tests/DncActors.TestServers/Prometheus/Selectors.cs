using System.Text.RegularExpressions;

namespace DncActors.TestServers.Prometheus;

/// <summary>What an expression looks at: the names of metrics in it, with the labels that it chooses by.</summary>
public static partial class Selectors
{
    /// <summary>Each once, such as <c>up{job="dncactors"}</c>.</summary>
    public static IReadOnlyList<string> Of(string expression) =>
        [.. Metric().Matches(Grouping().Replace(expression, " ")).Select(m => m.Value).Distinct(StringComparer.Ordinal)];

    /// <summary>The names alone.</summary>
    public static IReadOnlyList<string> NamesOf(string expression) => [.. Of(expression).Select(s => s.Split('{')[0]).Distinct(StringComparer.Ordinal)];

    /// <summary>What labels lines are grouped or matched by looks like a metric.</summary>
    [GeneratedRegex(@"\b(by|on|without|ignoring|group_left|group_right) ?\([^)]*\)")]
    private static partial Regex Grouping();

    /// <summary>Every metric has an underscore in its name, or is called by one of two names; a function has a parenthesis behind it.</summary>
    [GeneratedRegex(@"(?<![\w""$.\[])(up|ALERTS|[a-z][a-z0-9]*(_[a-z0-9]+)+)(?!\w*\()(\{[^}]*\})?(?!\w)")]
    private static partial Regex Metric();
}
