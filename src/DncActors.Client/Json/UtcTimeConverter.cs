using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DncActors.Client.Json;

/// <summary>
/// Times on the wire: RFC 3339 in UTC, written with <c>Z</c>. A time without an offset is refused: it would be read in the zone of whichever
/// machine reads it.
/// </summary>
public sealed class UtcTimeConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
            throw new JsonException("A time is text: write it as RFC 3339 with its offset, such as \"2026-05-01T12:00:00Z\".");
        var text = reader.GetString()!;
        return TryRead(text, out var time)
            ? time
            : throw new JsonException($"'{Shortened(text)}' is not a time: write it as RFC 3339 with its offset, such as \"2026-05-01T12:00:00Z\".");
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(value.UtcDateTime);

    /// <summary>Reads one RFC 3339 time (date, <c>T</c>, time, offset or <c>Z</c>); false for anything else.</summary>
    public static bool TryRead(string? text, out DateTimeOffset time)
    {
        time = default;
        if (text is null || !HasOffset(text))
            return false;
        if (!DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read))
            return false;
        time = read.ToUniversalTime();
        return true;
    }

    static readonly string[] Forms = ["yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK", "yyyy-MM-ddTHH:mmK"];

    static bool HasOffset(string text) => text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-' && text[^3] == ':');

    static string Shortened(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
