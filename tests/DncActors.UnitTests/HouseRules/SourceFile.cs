namespace DncActors.UnitTests.HouseRules;

/// <summary>A C# file of the tree.</summary>
/// <param name="Path">From the root, with forward slashes.</param>
public sealed record SourceFile(string Path, string Text, string[] Lines)
{
    public bool IsTest => Path.StartsWith("tests/", StringComparison.Ordinal);

    public bool In(string folder) => Path.StartsWith(folder + "/", StringComparison.Ordinal);

    /// <summary>Where a line of this file is, as editors and terminals link it.</summary>
    public string At(int line) => $"{Path}:{line + 1}";
}
