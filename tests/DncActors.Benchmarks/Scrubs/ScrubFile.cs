using System.Globalization;
using System.Text;

namespace DncActors.Benchmarks.Scrubs;

/// <summary>A CSV of phones in one of the forms that they come in: the same phones in the same order each time, half of them listed.</summary>
static class ScrubFile
{
    public static IReadOnlyList<string> Forms { get; } = ["e164", "ten-digit", "people"];

    const int Million = 1_000_000;

    public static async Task WriteAsync(string path, string form, int lines, int entries)
    {
        await using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, Million);
        var text = new StringBuilder("phone\n");
        var random = new Random(7);
        for (var i = 0; i < lines; i++)
        {
            // In no order: a file that follows the list's would find all of it in the processor's cache.
            Append(text, form, National(random.NextInt64(2L * entries)), i);
            if (text.Length < Million && i < lines - 1) continue;
            await file.WriteAsync(Encoding.ASCII.GetBytes(text.ToString()));
            text.Clear();
        }
    }

    /// <summary>Ten digits that no area begins with 0 or 1; the even ones are listed.</summary>
    public static long National(long n) => 2_010_000_000L + (n * 7 % 7_900_000_000L);

    static void Append(StringBuilder text, string form, long national, int line)
    {
        var (area, exchange, rest) = (national / 10_000_000, national / 10_000 % 1_000, national % 10_000);
        var culture = CultureInfo.InvariantCulture;
        switch (form == "people" ? line % 4 : form == "e164" ? 4 : 5)
        {
            case 0: text.Append(culture, $"({area}) {exchange:000}-{rest:0000}\n"); break;
            case 1: text.Append(culture, $"{area}-{exchange:000}-{rest:0000}\n"); break;
            case 2: text.Append(culture, $"+1 {area} {exchange:000} {rest:0000}\n"); break;
            case 3: text.Append(culture, $"1.{area}.{exchange:000}.{rest:0000}\n"); break;
            case 4: text.Append(culture, $"+1{national}\n"); break;
            default: text.Append(culture, $"{national}\n"); break;
        }
    }
}
