using System.Text.Json;
using DncActors.Domain.ContactPoints;

namespace DncActors.Gateway.ContactChecks;

/// <summary>Reads the emails of a batch from its bytes.</summary>
static class BatchEmails
{
    const int MaxCharacters = EmailReader.MaxLength * 6;

    /// <summary>The emails as they were read, null for what cannot be read as one; null when the list holds something that is no text.</summary>
    internal static List<string?>? Read(ReadOnlySpan<byte> list)
    {
        var emails = new List<string?>();
        var json = new Utf8JsonReader(list, isFinalBlock: false, default);
        json.Read();
        Span<char> text = stackalloc char[MaxCharacters];
        while (json.Read() && json.TokenType == JsonTokenType.String && emails.Count < BatchPhones.MaxRead) emails.Add(ReadOne(ref json, text));
        return json.TokenType == JsonTokenType.EndArray || emails.Count == BatchPhones.MaxRead ? emails : null;
    }

    static string? ReadOne(ref Utf8JsonReader json, scoped Span<char> text)
    {
        if (json.ValueSpan.Length > MaxCharacters) return null;
        try
        {
            return EmailReader.TryRead(text[..json.CopyString(text)], out var email, out _) ? email.Value : null;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, or bytes that are not UTF-8: no email.
            return null;
        }
    }
}
