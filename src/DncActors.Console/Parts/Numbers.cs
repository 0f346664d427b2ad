using System.Globalization;

namespace DncActors.Console.Parts;

/// <summary>Numbers as people read them.</summary>
static class Numbers
{
    /// <summary>12,345.</summary>
    internal static string Of(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>12,345, or a dash for what is not known.</summary>
    internal static string OrNone(long? number) => number is { } known ? Of(known) : "—";

    /// <summary>"1 lead", "12,345 leads".</summary>
    internal static string Of(long number, string one, string? many = null) => number == 1 ? $"1 {one}" : $"{Of(number)} {many ?? one + "s"}";

    /// <summary>"512 bytes", "1.4 MB".</summary>
    internal static string OfBytes(long bytes) => bytes switch
    {
        < 1_000 => Of(bytes, "byte"),
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e3:0.#} kB"),
        < 1_000_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.#} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e9:0.##} GB"),
    };
}
