using System.Globalization;
using System.Text;

namespace DncActors.UnitTests.ContactPoints;

/// <summary>The rows of the Markdown tables beside this file: the texts as they are written there, so that a test's name can be printed.</summary>
internal static class TypedTable
{
    /// <summary>Every row under a heading: its section and its cells, code marks taken off.</summary>
    internal static IEnumerable<(string Section, string[] Cells)> Rows(string file)
    {
        var section = "";
        foreach (var line in Lines(file))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal)) section = line[3..];
            // What is typed stands in code marks, which no table's head has.
            if (!line.StartsWith("| ", StringComparison.Ordinal) || !line.Contains('`', StringComparison.Ordinal)) continue;
            yield return (section, [.. line[1..^1].Split('|').Select(cell => Code(cell.Trim()))]);
        }
    }

    /// <summary>What a cell stands for.</summary>
    internal static string Unescape(string cell)
    {
        var text = new StringBuilder();
        for (var i = 0; i < cell.Length; i++)
        {
            var escape = cell[i] == '\\' && i + 1 < cell.Length ? cell[i + 1] : ' ';
            switch (escape)
            {
                case 'u':
                    text.Append((char)int.Parse(cell.AsSpan(i + 2, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                    i += 5;
                    continue;
                case 't' or 'n' or 'r' or '0':
                    text.Append(escape switch { 't' => '\t', 'n' => '\n', 'r' => '\r', _ => '\0' });
                    i++;
                    continue;
                default:
                    text.Append(cell[i]);
                    continue;
            }
        }
        return text.ToString();
    }

    private static string Code(string cell)
    {
        if (!cell.StartsWith('`')) return cell;
        return cell.Length > 2 && cell[1] == '`' ? cell[2..^2] : cell[1..^1];
    }

    private static IEnumerable<string> Lines(string file)
    {
        using var stream = typeof(TypedTable).Assembly.GetManifestResourceStream(file)!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line) yield return line;
    }
}
