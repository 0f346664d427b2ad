using System.Collections.Immutable;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Workflows;

namespace DncActors.Domain.Diagnostics;

/// <summary>Whether what does the same is called the same everywhere: people look for a name, and reports count by it.</summary>
static class NameCoverageRules
{
    /// <param name="blocking">The actions in use that put leads on the list.</param>
    public static IEnumerable<CoverageFinding> Check(ImmutableArray<PlacedAction> blocking) =>
        Variants(blocking).Concat(blocking.GroupBy(Purpose).SelectMany(Differing));

    /// <summary>The same name, written otherwise.</summary>
    static IEnumerable<CoverageFinding> Variants(ImmutableArray<PlacedAction> blocking) =>
        from same in blocking.GroupBy(b => Squeezed(b.Action.Name))
        let usual = Usual(same)
        from placed in same
        where placed.Action.Name != usual
        select Finding(
            placed, CoverageCodes.NameVariant, CoverageSeverity.Warning, $"'{placed.Action.Name}' in {placed.Place} is written '{usual}' elsewhere.", usual);

    /// <summary>Another name for what most statuses call by one name; a status that has that one too may have others beside it.</summary>
    static IEnumerable<CoverageFinding> Differing(IEnumerable<PlacedAction> same)
    {
        var actions = same.ToList();
        var usual = Usual(actions);
        var isUsual = actions.ToLookup(a => Squeezed(a.Action.Name) == Squeezed(usual));
        var statuses = isUsual[true].Select(a => a.At).ToHashSet();
        return
            from placed in isUsual[false]
            where !statuses.Contains(placed.At)
            select Finding(
                placed,
                CoverageCodes.NameDiffers,
                CoverageSeverity.Hint,
                $"'{placed.Action.Name}' in {placed.Place} does what is called '{usual}' in {Count(statuses.Count)}.",
                usual);
    }

    /// <summary>Which channels, and whether for good: a pause and a "never again" may well have two names.</summary>
    static (Channels Channels, bool Expires) Purpose(PlacedAction placed) =>
        (placed.Action.Operations.OfType<AddToDoNotContact>().Aggregate(Channels.None, (channels, o) => channels | o.Channels), placed.Expires);

    /// <summary>The name that most have; of equally many, the first in the alphabet.</summary>
    static string Usual(IEnumerable<PlacedAction> actions) =>
        actions.GroupBy(a => a.Action.Name).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).First().Key;

    /// <summary>A name without what people vary without meaning to: case, spaces, marks.</summary>
    static string Squeezed(string name)
    {
        var letters = string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();
        return letters.Length > 0 ? letters : name;
    }

    static string Count(int statuses) => statuses == 1 ? "another status" : $"{statuses} statuses";

    static CoverageFinding Finding(PlacedAction placed, string code, CoverageSeverity severity, string detail, string usual) =>
        new(code, severity, placed.Workflow.Id, placed.Status.Id, placed.Action.Id, detail, $"Call it '{usual}' everywhere.");
}
