using System.Buffers.Text;
using System.Globalization;
using System.Text;
using DncActors.Domain.Paging;

namespace DncActors.Storage.Paging;

/// <summary>Where a page ended, as text that a client hands back unread: the list's name and up to three numbers.</summary>
internal static class Cursor
{
    public const int MaxLength = 200;

    public static string Write(string list, params ReadOnlySpan<long> place)
    {
        var text = new StringBuilder(list);
        foreach (var number in place) text.Append(':').Append(number.ToString(CultureInfo.InvariantCulture));
        return Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text.ToString()));
    }

    /// <summary>The numbers, or null for the beginning.</summary>
    /// <exception cref="BadCursorException">No page of this list ended so.</exception>
    public static long[]? Read(string list, string? cursor, int numbers)
    {
        if (cursor is null) return null;
        if (cursor.Length is 0 or > MaxLength || !Base64Url.IsValid(cursor)) throw Bad(cursor);
        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)).Split(':');
        if (parts.Length != numbers + 1 || parts[0] != list) throw Bad(cursor);
        var place = new long[numbers];
        for (var i = 0; i < numbers; i++)
        {
            if (!long.TryParse(parts[i + 1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out place[i])) throw Bad(cursor);
        }
        return place;
    }

    static BadCursorException Bad(string cursor)
    {
        var shown = cursor.Length > 40 ? cursor[..40] + "…" : cursor;
        return new($"The cursor '{shown}' is none that this list gave out; take \"next\" of the page before, or leave it out.");
    }
}
