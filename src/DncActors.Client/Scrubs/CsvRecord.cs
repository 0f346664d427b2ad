using System.Buffers;

namespace DncActors.Client.Scrubs;

/// <summary>
/// Finds the ends and the fields of CSV records (RFC 4180) in UTF-8, without changing a byte: a field that begins with a quote ends behind the next one that is
/// not doubled; a quote anywhere else is text. A record ends with LF or CR LF.
/// </summary>
public static class CsvRecord
{
    /// <summary>The delimiters that are told apart by a first line.</summary>
    public static ReadOnlySpan<byte> UsualDelimiters => ",;\t|"u8;

    const byte Quote = (byte)'"';
    const byte Feed = (byte)'\n';

    static readonly SearchValues<byte> AnyQuoteOrFeed = SearchValues.Create("\"\n"u8);

    /// <summary>How long the first record is, its line end included; -1 when its end is not in the text.</summary>
    /// <param name="delimiters">The delimiter; several where it is not known yet.</param>
    /// <param name="isLast">Nothing comes behind the text, so that the record ends with it; not inside of quotes.</param>
    public static int LengthOf(ReadOnlySpan<byte> text, ReadOnlySpan<byte> delimiters, bool isLast)
    {
        var stop = text.IndexOfAny(AnyQuoteOrFeed);
        if (stop < 0) return isLast ? text.Length : -1;
        if (text[stop] == Feed) return stop + 1;
        for (var at = 0; ;)
        {
            if (at < text.Length && text[at] == Quote && (at = BehindQuotes(text, at)) < 0) return -1;
            var end = EndOfField(text[at..], delimiters);
            if (end < 0) return isLast ? text.Length : -1;
            at += end + 1;
            if (text[at - 1] == Feed) return at;
        }
    }

    /// <summary>The record without its line end.</summary>
    public static ReadOnlySpan<byte> WithoutLineEnd(ReadOnlySpan<byte> record)
    {
        if (record.EndsWith("\n"u8)) record = record[..^1];
        return record.EndsWith("\r"u8) ? record[..^1] : record;
    }

    /// <summary>A field as it stands there, its quotes included; false when the record has fewer.</summary>
    /// <param name="record">Without its line end.</param>
    /// <param name="ordinal">From 0.</param>
    public static bool TryFind(ReadOnlySpan<byte> record, byte delimiter, int ordinal, out ReadOnlySpan<byte> field)
    {
        for (var at = 0; ; ordinal--)
        {
            var begin = at;
            if (at < record.Length && record[at] == Quote && (at = BehindQuotes(record, at)) < 0) at = record.Length;
            var end = record[at..].IndexOf(delimiter);
            var behind = end < 0 ? record.Length : at + end;
            if (ordinal == 0)
            {
                field = record[begin..behind];
                return true;
            }
            if (end < 0)
            {
                field = default;
                return false;
            }
            at = behind + 1;
        }
    }

    /// <summary>Writes what a field says: without the quotes around it, doubled ones once.</summary>
    /// <returns>How many bytes were written, at most as many as the field has.</returns>
    public static int Unquote(ReadOnlySpan<byte> field, Span<byte> to)
    {
        if (field.Length == 0 || field[0] != Quote)
        {
            field.CopyTo(to);
            return field.Length;
        }
        field = field[1..];
        for (var written = 0; ;)
        {
            var quote = field.IndexOf(Quote);
            var run = quote < 0 ? field : field[..quote];
            run.CopyTo(to[written..]);
            written += run.Length;
            if (quote < 0) return written;
            field = field[(quote + 1)..];
            if (field.Length == 0 || field[0] != Quote)
            {
                // Closed; what stands behind it is no CSV and is taken as it is.
                field.CopyTo(to[written..]);
                return written + field.Length;
            }
            to[written++] = Quote;
            field = field[1..];
        }
    }

    /// <summary>Which of the usual delimiters stands most often between the fields of the record; a comma where none does.</summary>
    public static byte DelimiterOf(ReadOnlySpan<byte> record)
    {
        Span<int> counts = stackalloc int[UsualDelimiters.Length];
        for (var at = 0; at < record.Length; at++)
        {
            if (record[at] == Quote && (at = BehindQuotes(record, at)) < 0) break;
            var end = EndOfField(record[at..], UsualDelimiters);
            if (end < 0 || record[at + end] == Feed) break;
            at += end;
            counts[UsualDelimiters.IndexOf(record[at])]++;
        }
        var most = 0;
        for (var i = 1; i < counts.Length; i++)
        {
            if (counts[i] > counts[most]) most = i;
        }
        return UsualDelimiters[most];
    }

    /// <summary>Where the closing quote's field goes on; -1 when it is not closed.</summary>
    static int BehindQuotes(ReadOnlySpan<byte> text, int opening)
    {
        for (var at = opening + 1; ; at++)
        {
            var quote = text[at..].IndexOf(Quote);
            if (quote < 0) return -1;
            at += quote + 1;
            if (at >= text.Length || text[at] != Quote) return at;
        }
    }

    static int EndOfField(ReadOnlySpan<byte> text, ReadOnlySpan<byte> delimiters) =>
        delimiters.Length == 1 ? text.IndexOfAny(delimiters[0], Feed) : text.IndexOfAny(",;\t|\n"u8);
}
