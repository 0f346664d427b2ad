using DncActors.Benchmarks.Load;

namespace DncActors.Benchmarks.Sizes;

/// <summary>The entries of a listing, where some phones have two for different channels and with different ends, which takes more memory.</summary>
sealed class OverlappingEntries(Listing listing)
{
    const int OneIn = 20;

    public int Count => listing.Entries + Seconds;

    int Seconds => (listing.Entries + OneIn - 1) / OneIn;

    public Task ImportAsync(ServerProcess server) => BenchWorld.ImportAsync(server.Http, "/v1/dnc/entries/import", Count, Line);

    string Line(int line)
    {
        if (line >= listing.Entries) return Line((line - listing.Entries) * OneIn, "\"sms\"", ",\"expiresAt\":\"2045-01-01T00:00:00Z\"");
        return line % OneIn == 0 ? Line(line, "\"call\"", "") : listing.Line(line);
    }

    string Line(int entry, string channels, string until) =>
        $$"""{"phone":"{{Listing.Text(listing.ListedNumber(entry))}}","channels":[{{channels}}],"reason":"registry"{{until}}}""" + "\n";
}
