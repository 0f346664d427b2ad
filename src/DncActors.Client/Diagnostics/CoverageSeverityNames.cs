namespace DncActors.Client.Diagnostics;

/// <summary>How much a finding matters.</summary>
public static class CoverageSeverityNames
{
    /// <summary>Worth a look; often meant so.</summary>
    public const string Hint = "hint";

    /// <summary>A wish for no contact is kept, but not as it should be.</summary>
    public const string Warning = "warning";

    /// <summary>A wish for no contact can get lost.</summary>
    public const string Problem = "problem";

    public static IReadOnlyList<string> All { get; } = [Hint, Warning, Problem];
}
