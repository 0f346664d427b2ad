using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Registry;
using DncActors.Gateway.ContactChecks;
using DncActors.Gateway.Requests;

namespace DncActors.Gateway.Registry;

/// <summary>
/// Reads the plain lines of an import straight from their bytes. It answers only where <see cref="EntryImportForm.ReadStrictly"/> reads the same (a test
/// compares them); what is out of the ordinary it leaves to that one, which reads it or says what is wrong with it.
/// </summary>
/// <param name="region">The organization's.</param>
sealed class EntryLineFastWay(string region)
{
    /// <summary>The latest reason: a file's lines mostly have one in common, and it is kept once.</summary>
    string _reason = EntryImportForm.UnsaidReason;

    internal bool TryRead(ReadOnlySpan<byte> line, [NotNullWhen(true)] out EntryDraft? draft)
    {
        draft = null;
        if (line.Length > StrictJson.MaxText || !Utf8.IsValid(line)) return false;
        try
        {
            var reader = new Utf8JsonReader(line);
            if (!TryReadFields(ref reader, out var fields)) return false;
            draft = new(
                fields.Point,
                fields.Channels == Channels.None ? fields.Point.Channels : fields.Channels,
                fields.Reason ?? EntryImportForm.UnsaidReason,
                null,
                fields.Source ?? EntrySource.Import);
            return true;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // No JSON, or a field's name that holds half of a surrogate pair.
            return false;
        }
    }

    bool TryReadFields(ref Utf8JsonReader reader, out Fields fields)
    {
        fields = default;
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (!TryReadField(ref reader, ref fields)) return false;
        }
        return reader.TokenType == JsonTokenType.EndObject && !reader.Read() && fields.Point.Value is not null;
    }

    bool TryReadField(ref Utf8JsonReader reader, ref Fields fields)
    {
        if (reader.ValueTextEquals("phone"u8)) return TryReadPoint(ref reader, ContactPointKind.Phone, ref fields);
        if (reader.ValueTextEquals("email"u8)) return TryReadPoint(ref reader, ContactPointKind.Email, ref fields);
        if (reader.ValueTextEquals("channels"u8)) return TryReadChannels(ref reader, ref fields);
        if (reader.ValueTextEquals("reason"u8)) return TryReadReason(ref reader, ref fields);
        return reader.ValueTextEquals("source"u8) && TryReadSource(ref reader, ref fields);
    }

    bool TryReadPoint(ref Utf8JsonReader reader, ContactPointKind kind, ref Fields fields)
    {
        if (fields.Point.Value is not null || !IsPlainText(ref reader)) return false;
        Span<char> text = stackalloc char[EmailReader.MaxLength];
        return Encoding.UTF8.TryGetChars(reader.ValueSpan, text, out var length)
            && ContactPointReader.TryRead(kind, text[..length], region, out fields.Point, out _);
    }

    static bool TryReadChannels(ref Utf8JsonReader reader, ref Fields fields)
    {
        if (fields.Channels != Channels.None || !reader.Read() || reader.TokenType != JsonTokenType.StartArray) return false;
        for (var items = 1; IsPlainText(ref reader); items++)
        {
            if (items > FieldReader.MaxItems || !ChannelWords.Words.TryRead(ref reader, out var channel)) return false;
            fields.Channels |= channel;
        }
        return reader.TokenType == JsonTokenType.EndArray && fields.Channels != Channels.None;
    }

    bool TryReadReason(ref Utf8JsonReader reader, ref Fields fields)
    {
        if (fields.Reason is not null || !IsPlainText(ref reader)) return false;
        fields.Reason = reader.ValueTextEquals(_reason) ? _reason : reader.GetString();
        if (string.IsNullOrWhiteSpace(fields.Reason)) return false;
        _reason = fields.Reason;
        return true;
    }

    static bool TryReadSource(ref Utf8JsonReader reader, ref Fields fields)
    {
        if (fields.Source is not null || !IsPlainText(ref reader) || !EntryWords.Addable.TryRead(ref reader, out var source)) return false;
        fields.Source = source;
        return true;
    }

    /// <summary>Whether the next is a text that is written as it is, without an escape.</summary>
    static bool IsPlainText(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType == JsonTokenType.String && !reader.ValueIsEscaped;

    struct Fields
    {
        public ContactPoint Point;
        public Channels Channels;
        public string? Reason;
        public EntrySource? Source;
    }
}
