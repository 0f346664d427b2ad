namespace DncActors.Client;

/// <summary>The media types of the contract's bodies.</summary>
public static class DncMediaTypes
{
    public const string Json = "application/json";
    public const string Problem = "application/problem+json";

    /// <summary>A JSON document a line.</summary>
    public const string NdJson = "application/x-ndjson";

    public const string Csv = "text/csv";
    public const string EventStream = "text/event-stream";
}
