using System.Text;
using DncActors.Domain.ContactPoints;

namespace DncActors.Gateway.Scrubs;

/// <summary>Reads contact points where they lie. What cannot be read is an invalid line, never an error.</summary>
static class ScrubPoints
{
    /// <summary>More than any contact point can be typed in, in UTF-8.</summary>
    internal const int MaxBytes = EmailReader.MaxLength * 4;

    /// <summary>Adds a line to check.</summary>
    internal static void Add(ScrubChunk chunk, in ScrubLine line, ReadOnlySpan<byte> typed, string region)
    {
        if (chunk.AreEmails) chunk.Add(line, EmailOf(typed));
        else chunk.Add(line, PhoneReader.TryReadNumber(typed, region, out var number) ? number : 0);
    }

    internal static void AddUnreadable(ScrubChunk chunk, in ScrubLine line)
    {
        if (chunk.AreEmails) chunk.Add(line, email: null);
        else chunk.Add(line, number: 0);
    }

    static string? EmailOf(ReadOnlySpan<byte> typed)
    {
        Span<char> text = stackalloc char[EmailReader.MaxLength];
        return Encoding.UTF8.TryGetChars(typed, text, out var length) && EmailReader.TryRead(text[..length], out var email, out _) ? email.Value : null;
    }
}
