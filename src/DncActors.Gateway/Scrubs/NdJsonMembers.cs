using System.Text.Json;

namespace DncActors.Gateway.Scrubs;

/// <summary>What an object of a line has.</summary>
/// <param name="Kept">How many fields stay.</param>
/// <param name="End">Behind the last of them, or behind the opening brace.</param>
/// <param name="ValueAt">Where the contact point is; -1 where there is none, no text, or two of them, of which nobody could say which counts.</param>
readonly record struct NdJsonMembers(int Kept, int End, int ValueAt)
{
    const byte Blank = (byte)' ';

    /// <summary>Reads an object to its end. Earlier answers in it (of a line that is scrubbed again) are blanked where another field follows.</summary>
    /// <param name="json">At the opening brace.</param>
    /// <exception cref="JsonException">The line is no JSON.</exception>
    internal static NdJsonMembers Read(ref Utf8JsonReader json, Span<byte> line, ReadOnlySpan<byte> field)
    {
        var (kept, end, valueAt, found) = (0, (int)json.BytesConsumed, -1, 0);
        var dropped = false;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var nameAt = (int)json.TokenStartIndex;
            var isAnswer = json.ValueTextEquals("verdict"u8) || json.ValueTextEquals("reason"u8);
            var isPoint = json.ValueTextEquals(field);
            json.Read();
            if (isPoint && found++ == 0 && json.TokenType == JsonTokenType.String) valueAt = (int)json.TokenStartIndex;
            json.Skip();
            if (isAnswer)
            {
                dropped = true;
                continue;
            }
            if (dropped) Blanked(line[end..nameAt], kept > 0);
            (kept, end, dropped) = (kept + 1, (int)json.BytesConsumed, false);
        }
        return new(kept, end, found == 1 ? valueAt : -1);
    }

    static void Blanked(Span<byte> between, bool hasBefore)
    {
        between.Fill(Blank);
        if (hasBefore) between[0] = (byte)',';
    }
}
