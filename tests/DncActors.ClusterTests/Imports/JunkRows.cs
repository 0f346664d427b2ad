using System.Text;

namespace DncActors.ClusterTests.Imports;

/// <summary>CSV from a seed: columns in any order and case, any separator, quotes, line ends and mark, good records among bad and blank ones.</summary>
public sealed class JunkRows(JunkTarget target, Random random)
{
    const string NotUtf8 = "\uE000";

    public JunkImport Next(ref int next, int rows)
    {
        var separator = Pick(",", ";", "\t", "|");
        var columns = target.Row(0).Columns.Keys.ToArray();
        random.Shuffle(columns);
        var (good, bad) = (new Dictionary<long, string>(), new List<long>());
        var text = new StringBuilder(string.Join(separator, columns.Select(c => Quoted(random.Next(2) == 0 ? c : c.ToUpperInvariant(), separator))));
        for (var number = 2L; number < rows + 2; number++)
        {
            text.Append(Pick("\n", "\r\n", "\r"));
            var (name, fields) = target.Row(next++);
            var kind = random.Next(5);
            if (kind == 0)
            {
                text.Append(' ');
                continue;
            }
            text.Append(kind < 3 ? Bad(columns, fields, separator) : Row(columns, fields, separator));
            if (kind < 3) bad.Add(number);
            else good.Add(number, name);
        }
        if (random.Next(2) == 0) text.Append(Pick("\n", "\r\n", "\r"));
        return new(Pick("text/csv", "TEXT/CSV", "text/csv; header=present"), Encode(text.ToString()), good, bad);
    }

    string Row(string[] columns, IReadOnlyDictionary<string, string> fields, string separator) =>
        string.Join(separator, columns.Select(c => Quoted(fields[c], separator)));

    string Bad(string[] columns, IReadOnlyDictionary<string, string> fields, string separator)
    {
        var broken = new Dictionary<string, string>(fields);
        var any = columns[random.Next(columns.Length)];
        switch (random.Next(7))
        {
            case 0:
                broken["phone"] = Pick("what", "12", "'", "+", "=1+1", new string('1', 300), "🛑", "+1\u202e2025550123x12345678901234567890");
                break;
            case 1:
                broken[any] += "\0";
                break;
            case 2:
                broken[any] += NotUtf8;
                break;
            case 3:
                broken[any] = new string('x', random.Next(10_001, 20_000));
                break;
            case 4:
                return "\0x";
            case 5:
                broken["phone"] = "\0";
                break;
            default:
                return Pick("x", "''", "\uFFFD", "\"\"" + separator + "\"\"", "\"x\ny\"");
        }
        return Row(columns, broken, separator);
    }

    string Quoted(string text, string separator) =>
        random.Next(3) == 0 || text.Contains(separator, StringComparison.Ordinal) || text.AsSpan().ContainsAny("\"\r\n")
            ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : text;

    byte[] Encode(string text)
    {
        if (!text.Contains(NotUtf8, StringComparison.Ordinal))
        {
            Encoding encoding = random.Next(4) switch { 0 => Encoding.Unicode, 1 => Encoding.BigEndianUnicode, _ => Encoding.UTF8 };
            return [.. random.Next(2) == 0 || encoding is UnicodeEncoding ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)];
        }
        using var body = new MemoryStream();
        foreach (var part in text.Split(NotUtf8))
        {
            if (body.Length > 0) body.Write([0xC3, 0x28]);
            body.Write(Encoding.UTF8.GetBytes(part));
        }
        return body.ToArray();
    }

    string Pick(params ReadOnlySpan<string> texts) => texts[random.Next(texts.Length)];
}
