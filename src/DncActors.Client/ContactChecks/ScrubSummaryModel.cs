namespace DncActors.Client.ContactChecks;

/// <summary>The end of a scrub that is whole: the last line of NDJSON, the trailer <c>Dnc-Summary</c> of CSV.</summary>
public sealed record ScrubSummaryModel
{
    /// <summary>The lines judged, without a header.</summary>
    public required long Lines { get; init; }

    public required long Allowed { get; init; }
    public required long Blocked { get; init; }
    public required long Invalid { get; init; }

    /// <summary>The sequence of the log that every line of the answer is at least up to.</summary>
    public required long AsOf { get; init; }
}
