using System.Buffers;
using System.Text;

namespace DncActors.Console.Parts;

/// <summary>Rows of text as CSV (RFC 4180), for files that a page hands over.</summary>
static class CsvText
{
    static readonly SearchValues<char> _ofNumbers = SearchValues.Create("0123456789 ().-");

    /// <summary>With a mark in front that tells spreadsheets that it is UTF-8.</summary>
    internal static byte[] Of(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string?>> rows)
    {
        var text = new StringBuilder("\uFEFF");
        Add(text, header);
        foreach (var row in rows) Add(text, row);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    static void Add(StringBuilder text, IReadOnlyList<string?> row)
    {
        for (var i = 0; i < row.Count; i++)
        {
            if (i > 0) text.Append(',');
            text.Append(Cell(row[i] ?? ""));
        }
        text.Append("\r\n");
    }

    /// <summary>A text that a spreadsheet would take for a formula gets a quote in front; a phone's plus is none, where nothing but a number follows.</summary>
    static string Cell(string text)
    {
        var isPhone = text is ['+', ..] && text.AsSpan(1).IndexOfAnyExcept(_ofNumbers) < 0;
        if (text is ['=' or '@' or '-' or '+' or '\t' or '\r', ..] && !isPhone) text = "'" + text;
        return text.AsSpan().IndexOfAny("\",\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
