using System.Globalization;

namespace DncActors.Console.Parts;

/// <summary>Ids of elements that belong together, such as a label and its input: different ones for each of a page.</summary>
static class Identifiers
{
    static long last;

    internal static string Next(string kind) => string.Create(CultureInfo.InvariantCulture, $"{kind}-{Interlocked.Increment(ref last)}");
}
