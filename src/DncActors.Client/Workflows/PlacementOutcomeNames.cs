namespace DncActors.Client.Workflows;

/// <summary>What a target of a copy, or of a template's application, gets.</summary>
public static class PlacementOutcomeNames
{
    public const string Added = "added";

    /// <summary>It has an action of that name, which is replaced.</summary>
    public const string Replaced = "replaced";

    /// <summary>Only in a dry run: otherwise one that is refused keeps all the others out.</summary>
    public const string Refused = "refused";

    public static IReadOnlyList<string> All { get; } = [Added, Replaced, Refused];
}
