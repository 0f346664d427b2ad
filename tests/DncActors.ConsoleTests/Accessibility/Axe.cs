using System.Text.Json;
using DncActors.ConsoleTests.Browser;

namespace DncActors.ConsoleTests.Accessibility;

/// <summary>axe-core, as npm has it, on a page that is open.</summary>
static class Axe
{
    /// <summary>Fetched by test.sh.</summary>
    static readonly Lazy<string> _script = new(() => File.ReadAllText(
        Environment.GetEnvironmentVariable("DNC_AXE") ?? throw new InvalidOperationException("test.sh fetches axe-core and names its axe.min.js in DNC_AXE.")));

    /// <summary>Each violation that is serious or critical, with where it is.</summary>
    /// <param name="rule">The only one that is looked at; null for all.</param>
    internal static async Task<IReadOnlyList<string>> FindAsync(Visit visit, string? rule = null)
    {
        if (!await visit.Page.EvaluateAsync<bool>("() => 'axe' in window")) await visit.Page.EvaluateAsync(_script.Value);
        var found = await visit.Page.EvaluateAsync<JsonElement>(
            """
            async rule => (await axe.run(document, { resultTypes: ['violations'], ...(rule ? { runOnly: [rule] } : {}) })).violations
              .filter(v => v.impact === 'serious' || v.impact === 'critical')
              .flatMap(v => v.nodes.map(n => `${v.id}: ${n.target.join(' ')}: ${n.failureSummary.replaceAll('\n', ' ')}`))
            """,
            rule);
        return [.. found.EnumerateArray().Select(line => line.GetString()!)];
    }
}
