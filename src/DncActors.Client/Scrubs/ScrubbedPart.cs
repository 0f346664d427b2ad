using System.Text;
using System.Text.Json;
using DncActors.Client.ContactChecks;
using DncActors.Client.Transport;

namespace DncActors.Client.Scrubs;

/// <summary>What a part was answered: its lines and its summary.</summary>
sealed record ScrubbedPart(ReadOnlyMemory<byte> Lines, ScrubSummaryModel Summary)
{
    /// <summary>Reads an answer to its end.</summary>
    /// <exception cref="IOException">It is not whole.</exception>
    internal static async Task<ScrubbedPart> ReadAsync(HttpResponseMessage response, bool isCsv, CancellationToken cancellation)
    {
        var bytes = await response.Content.ReadAsByteArrayAsync(cancellation);
        if (isCsv)
        {
            return response.TrailingHeaders.TryGetValues(DncHeaders.Summary, out var said)
                ? new(bytes, Read<ScrubSummaryModel>(Encoding.ASCII.GetBytes(said.First())))
                : throw Cut();
        }
        var last = bytes.AsSpan().TrimEnd("\n"u8).LastIndexOf((byte)'\n') + 1;
        var line = bytes.AsSpan(last);
        return line.StartsWith("{\"summary\":"u8) && line.EndsWith("}\n"u8)
            ? new(bytes.AsMemory(0, last), Read<ScrubSummaryModel>(line["{\"summary\":".Length..^2]))
            : throw Cut();
    }

    /// <summary>The lines with this verdict, and the header where there is one.</summary>
    internal void WriteOnly(string verdict, ScrubPart part, bool isCsv, Stream to)
    {
        var text = Lines.Span;
        var delimiter = part.Csv.Delimiter ?? (byte)',';
        Span<byte> delimiters = [delimiter];
        var mark = isCsv ? $"{(char)delimiter}{verdict}{(char)delimiter}" : $"\"verdict\":\"{verdict}\",\"reason\":";
        var sign = Encoding.ASCII.GetBytes(mark);
        for (var isFirst = part.HasHeader; !text.IsEmpty;)
        {
            var length = isCsv ? CsvRecord.LengthOf(text, delimiters, isLast: true) : text.IndexOf((byte)'\n') + 1;
            if (length <= 0) length = text.Length;
            var line = text[..length];
            var content = CsvRecord.WithoutLineEnd(line);
            var isEmpty = content.IsEmpty;
            // An answer that the line had before it was sent looks the same, and stands further in front: only what is right before the reason counts.
            var answer = isCsv ? BeforeReason(content, delimiter) : BeforeReason(content.TrimEnd((byte)'}'), null);
            if ((isFirst && !isEmpty) || answer.EndsWith(sign)) to.Write(line);
            isFirst &= isEmpty;
            text = text[length..];
        }
    }

    /// <summary>The line up to its last value, which is the reason: a word without a quote in it, in quotes where it holds the delimiter, or always.</summary>
    static ReadOnlySpan<byte> BeforeReason(ReadOnlySpan<byte> line, byte? delimiter)
    {
        if (line.EndsWith("\""u8)) return line[..Math.Max(line[..^1].LastIndexOf((byte)'"'), 0)];
        return delimiter is { } between ? line[..(line.LastIndexOf(between) + 1)] : [];
    }

    static T Read<T>(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize(json, JsonCalls.TypeInfo<T>()) ?? throw Cut();

    static IOException Cut() => new("The answer was cut.");
}
