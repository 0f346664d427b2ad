using DncActors.Client.ContactChecks;

namespace DncActors.Client.Scrubs;

/// <summary>What stands in the field <c>reason</c> of a scrubbed line; empty where it is allowed. More may come.</summary>
public static class ScrubReasonCodes
{
    /// <summary>Something in force blocks the contact point: a single check tells what.</summary>
    public const string DncEntry = VerdictReasonCodes.DncEntry;

    /// <summary>The line has no contact point of the channel, or one that cannot be read.</summary>
    public const string Unreadable = "unreadable";

    /// <summary>Of NDJSON: the line is neither a JSON object nor a JSON text.</summary>
    public const string NotJson = "not-json";
}
