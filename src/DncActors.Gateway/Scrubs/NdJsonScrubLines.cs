using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using DncActors.Client;
using DncActors.Client.ContactChecks;
using DncActors.Client.Scrubs;

namespace DncActors.Gateway.Scrubs;

/// <summary>
/// A line is a JSON object with a field of the channel's kind, or a JSON text alone. The object is left as it came; the two fields are put at its end.
/// </summary>
sealed class NdJsonScrubLines : ScrubLines
{
    const byte Feed = (byte)'\n';
    const byte Return = (byte)'\r';

    /// <summary>What is told of a line that is no JSON; the rest of it is left out.</summary>
    const int MaxEchoed = 8 * 1024;

    readonly ScrubQuestion _question;
    readonly byte[] _field;
    bool _begun;

    internal NdJsonScrubLines(ScrubQuestion question)
    {
        _question = question;
        _field = Encoding.ASCII.GetBytes(question.Field);
        Words = new(
            [],
            Of(VerdictNames.Allowed, ""),
            Of(VerdictNames.Blocked, ScrubReasonCodes.DncEntry),
            Of(VerdictNames.Invalid, ScrubReasonCodes.Unreadable),
            1, Encoding.ASCII.GetBytes($$"""{"{{question.Field}}":"""), [Feed]);
    }

    internal override string ContentType => DncMediaTypes.NdJson;

    internal override bool EndsWithSummary => true;

    internal override ScrubWords Words { get; }

    internal override void Read(ScrubChunk chunk, bool isLast)
    {
        if (!_begun)
        {
            if (!isLast && chunk.Length < 3 && "\uFEFF"u8.StartsWith(chunk.Text)) return;
            // JSON has no place for a mark; in the answer it would stand behind what comes before a line.
            if (chunk.Text.StartsWith("\uFEFF"u8)) chunk.Drop(3);
            _begun = true;
        }
        var text = chunk.Text;
        var at = 0;
        while (at < text.Length && !chunk.HasAllLines)
        {
            var feed = text[at..].IndexOf(Feed);
            if (feed < 0 && !isLast) break;
            var length = feed < 0 ? text.Length - at : feed + 1;
            if (length > ScrubLimits.MaxLineBytes) throw ScrubRefusals.TooLong();
            Add(chunk, at, text.Slice(at, length));
            at += length;
        }
        if (!chunk.HasAllLines && text.Length - at > ScrubLimits.MaxLineBytes) throw ScrubRefusals.TooLong();
    }

    internal override byte[] BrokenAnswer(ReadOnlySpan<byte> line)
    {
        var text = Encoding.UTF8.GetString(line);
        if (text.Length > MaxEchoed) text = text[..(char.IsHighSurrogate(text[MaxEchoed - 1]) ? MaxEchoed - 1 : MaxEchoed)] + "…";
        var echoed = JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
        return Encoding.UTF8.GetBytes($$"""{"text":"{{echoed}}","verdict":"{{VerdictNames.Invalid}}","reason":"{{ScrubReasonCodes.NotJson}}"}""");
    }

    void Add(ScrubChunk chunk, int at, Span<byte> line)
    {
        var next = at + line.Length;
        if (line[^1] == Feed) line = line[..^1];
        if (line.Length > 0 && line[^1] == Return) line = line[..^1];
        var lineEnd = at + line.Length;
        if (line.Trim(" \t"u8).IsEmpty) chunk.Add(new ScrubLine(lineEnd, lineEnd, next, ScrubLineKind.Passed));
        else if (!TryAdd(chunk, at, line, next)) chunk.Add(new ScrubLine(lineEnd, lineEnd, next, ScrubLineKind.Broken));
    }

    bool TryAdd(ScrubChunk chunk, int at, Span<byte> line, int next)
    {
        var lineEnd = at + line.Length;
        try
        {
            var json = new Utf8JsonReader(line);
            if (!json.Read()) return false;
            if (json.TokenType == JsonTokenType.String)
            {
                var end = at + (int)json.BytesConsumed;
                if (json.Read()) return false;
                var text = new Utf8JsonReader(line);
                text.Read();
                Add(chunk, new ScrubLine(end, lineEnd, next, ScrubLineKind.JudgedText), ref text);
                return true;
            }
            if (json.TokenType != JsonTokenType.StartObject) return false;
            var members = NdJsonMembers.Read(ref json, line, _field);
            if (json.Read()) return false;
            var kind = members.Kept == 0 ? ScrubLineKind.JudgedEmpty : ScrubLineKind.Judged;
            var answered = new ScrubLine(at + members.End, lineEnd, next, kind);
            if (members.ValueAt < 0)
            {
                ScrubPoints.AddUnreadable(chunk, answered);
                return true;
            }
            var value = new Utf8JsonReader(line[members.ValueAt..], isFinalBlock: false, default);
            value.Read();
            Add(chunk, answered, ref value);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair in a field's name: nobody could say which field it is.
            return false;
        }
    }

    void Add(ScrubChunk chunk, in ScrubLine line, ref Utf8JsonReader text)
    {
        if (!text.ValueIsEscaped)
        {
            ScrubPoints.Add(chunk, line, text.ValueSpan, _question.Region);
            return;
        }
        Span<byte> typed = stackalloc byte[ScrubPoints.MaxBytes];
        var length = -1;
        try
        {
            if (text.ValueSpan.Length <= ScrubPoints.MaxBytes) length = text.CopyString(typed);
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair: no contact point.
        }
        if (length < 0) ScrubPoints.AddUnreadable(chunk, line);
        else ScrubPoints.Add(chunk, line, typed[..length], _question.Region);
    }

    static byte[] Of(string verdict, string reason) => Encoding.ASCII.GetBytes($$""","verdict":"{{verdict}}","reason":"{{reason}}"}""");
}
