namespace DncActors.Client.Workflows;

/// <summary>Which of a lead's contact points an operation means.</summary>
public static class ContactPointScopeNames
{
    /// <summary>Every one that the channels can reach; those that the lead gets later too.</summary>
    public const string All = "all";

    /// <summary>Only those marked primary.</summary>
    public const string Primary = "primary";

    public static IReadOnlyList<string> Names { get; } = [All, Primary];
}
