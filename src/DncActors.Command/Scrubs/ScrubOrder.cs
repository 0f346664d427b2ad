using DncActors.Client;
using DncActors.Client.Scrubs;

namespace DncActors.Command.Scrubs;

/// <summary>What is to be scrubbed, how, and where the answer goes.</summary>
sealed class ScrubOrder
{
    internal required string File { get; init; }

    internal string? Output { get; init; }

    internal required string Channel { get; init; }

    internal string? Column { get; init; }

    internal byte? Delimiter { get; init; }

    internal bool? HasHeader { get; init; }

    internal string? Region { get; init; }

    internal required Uri Url { get; init; }

    internal string? Key { get; init; }

    internal string? Only { get; init; }

    internal bool FailOnBlocked { get; init; }

    internal ScrubOptions Options => new()
    {
        Channel = Channel,
        Region = Region,
        MediaType = IsNdJson ? DncMediaTypes.NdJson : DncMediaTypes.Csv,
        Csv = new CsvAsked { Column = Column, Delimiter = Delimiter, HasHeader = HasHeader },
        Only = Only,
    };

    bool IsNdJson => Path.GetExtension(File).ToUpperInvariant() is ".NDJSON" or ".JSONL";

    /// <summary>Null where there is none, or what is written is none.</summary>
    internal static byte? DelimiterOf(string? text) => text switch
    {
        "tab" or "\\t" => (byte)'\t',
        { Length: 1 } when char.IsAscii(text[0]) => (byte)text[0],
        _ => null,
    };
}
