namespace DncActors.Client.ContactChecks;

/// <summary>The verdicts of a contact check.</summary>
public static class VerdictNames
{
    /// <summary>No entry in force blocks it, surely.</summary>
    public const string Allowed = "allowed";

    public const string Blocked = "blocked";

    /// <summary>It cannot be read as a phone or an email; never to be contacted.</summary>
    public const string Invalid = "invalid";

    public static IReadOnlyList<string> All { get; } = [Allowed, Blocked, Invalid];
}
