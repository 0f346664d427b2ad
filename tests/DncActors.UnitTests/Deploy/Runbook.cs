using System.Text.RegularExpressions;
using DncActors.UnitTests.HouseRules;

namespace DncActors.UnitTests.Deploy;

/// <summary>What docs/runbook.md has an entry for.</summary>
static partial class Runbook
{
    /// <summary>The alerts, in the order of the page.</summary>
    internal static IReadOnlyList<string> Entries { get; } = [.. Entry().Matches(SourceTree.Read("docs/runbook.md")).Select(e => e.Groups["alert"].Value)];

    /// <summary>As links name them.</summary>
    internal static IReadOnlySet<string> Anchors { get; } = Entries.Select(AnchorOf).ToHashSet(StringComparer.Ordinal);

    internal static string AnchorOf(string alert) => alert.ToLowerInvariant();

    internal static string TextOf(string alert) => SourceTree.Read("docs/runbook.md").Split($"### {alert}\n")[1].Split("\n#")[0];

    [GeneratedRegex("^### (?<alert>[A-Za-z]+)$", RegexOptions.Multiline)]
    private static partial Regex Entry();
}
