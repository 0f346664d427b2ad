namespace DncActors.Console.ContactChecks;

/// <summary>What was pasted, line by line.</summary>
static class PastedLines
{
    /// <summary>More than that comes as a file.</summary>
    internal const int Most = 10_000;

    /// <summary>More than that is read from no field.</summary>
    internal const int MostBytes = 4_000_000;

    /// <summary>Without empty ones; one more than <see cref="Most"/> where there are too many.</summary>
    internal static IReadOnlyList<string> Of(string text) =>
        [.. text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(Most + 1)];
}
