using System.Globalization;

namespace DncActors.Benchmarks.Load;

/// <summary>
/// Which phones are listed, and which are asked for: every tenth of those that are asked for is listed, and they lie over the whole of the list, so that a
/// large one is felt.
/// </summary>
/// <param name="Entries">How many phones are listed; at least a tenth of those that are asked for.</param>
/// <param name="Asked">How many different ones are asked for.</param>
sealed record Listing(int Entries, int Asked)
{
    public const int DefaultAsked = 100_000;
    public const int OneIn = 10;

    public const long First = 12_010_000_000;

    /// <summary>Coprime with what separates the listed ones: of ten that follow each other, one is listed.</summary>
    public int Stride { get; } = StrideOf(Entries, Asked);

    public long ListedNumber(int entry) => First + ((long)entry * OneIn);

    public long AskedNumber(int index) => First + ((long)index * Stride);

    public static bool IsListed(long number) => (number - First) % OneIn == 0;

    public static string Text(long number) => number.ToString("+0", CultureInfo.InvariantCulture);

    /// <summary>A line of an import.</summary>
    public string Line(int entry) => $$"""{"phone":"{{Text(ListedNumber(entry))}}","channels":["call","sms"],"reason":"registry"}""" + "\n";

    public Task ImportAsync(ServerProcess server) => BenchWorld.ImportAsync(server.Http, "/v1/dnc/entries/import", Entries, Line);

    static int StrideOf(int entries, int asked)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan((long)entries * OneIn, asked, nameof(entries));
        var stride = (int)((long)entries * OneIn / asked);
        while (stride % 2 == 0 || stride % 5 == 0) stride--;
        return stride;
    }
}
