using System.IO.Compression;
using System.Text;

namespace DncActors.ClusterTests.Imports;

/// <summary>Bodies and headers that are wrong as a whole, made from imports that are right.</summary>
public static class BrokenBodies
{
    static readonly string?[] Types =
    [
        null, "text/plain", "application/json", "multipart/form-data", "text/csv; charset=utf-16", "application/x-ndjson;charset=latin1", "text", ";",
        "text/csv, text/csv",
    ];

    public static IEnumerable<(string Sent, string? MediaType, string? Coding, byte[] Body)> Of(JunkTarget target, Random random)
    {
        var csv = new JunkRows(target, random);
        var next = 0;
        var json = Encoding.UTF8.GetBytes(target.Line(0).Json + "\n");
        foreach (var text in new[] { "", "\n", "\r\n\r\n\n", "\uFEFF", " ", "\"", "\"\"", ",", ",,,,", "\0", "\uFFFD", "{}", "[]", "\u2028" })
        {
            yield return ($"'{text}' as NDJSON", "application/x-ndjson", null, Encoding.UTF8.GetBytes(text));
            yield return ($"'{text}' as CSV", "text/csv", null, Encoding.UTF8.GetBytes(text));
        }
        foreach (var type in Types) yield return ($"type {type}", type, null, json);
        var zipped = Zipped(json);
        yield return ("gzip, cut", "application/x-ndjson", "gzip", zipped[..(zipped.Length / 2)]);
        yield return ("gzip", "text/csv", "gzip", zipped);
        yield return ("an unknown coding", "application/x-ndjson", "x-junk, br", json);
        yield return ("gzip that is not said", "application/x-ndjson", null, zipped);
        yield return ("gzip that is not said, as CSV", "text/csv", null, zipped);
        yield return ("NDJSON as CSV", "text/csv", null, json);
        yield return ("UTF-16 without a mark", "text/csv", null, Encoding.Unicode.GetBytes("phone,reason\n+12025550123,x\n"));
        foreach (var header in Headers(target))
        {
            yield return ($"header {header[..Math.Min(header.Length, 80)]}", "text/csv", null, Encoding.UTF8.GetBytes(header + "\n1,2,3\n"));
        }
        for (var n = 0; n < 40; n++) yield return ("a torn quote", "text/csv", null, Torn(csv.Next(ref next, 20).Body, random));
    }

    static IEnumerable<string> Headers(JunkTarget target)
    {
        var known = string.Join(',', target.Row(0).Columns.Keys);
        yield return known + ",surprise";
        yield return known + ",";
        yield return known + "," + known;
        yield return known + ",PHONE";
        yield return "+12025550123,x";
        yield return known + "\0";
        yield return known + ",\uFFFD";
        yield return known + ",\"x";
        yield return known + ",\"x\"x";
        yield return new string('x', 200_000);
        yield return string.Join(',', Enumerable.Range(0, 9_000).Select(n => $"c{n}"));
        yield return string.Join(',', Enumerable.Repeat("phone", 9_000));
        yield return "attributes.,attributes.\0a";
    }

    /// <summary>A quote put in, or taken out, somewhere.</summary>
    static byte[] Torn(byte[] body, Random random)
    {
        var at = random.Next(body.Length);
        var quote = body.AsSpan(at).IndexOf((byte)'"');
        return random.Next(2) == 0 || quote < 0 ? [.. body[..at], (byte)'"', .. body[at..]] : [.. body[..(at + quote)], .. body[(at + quote + 1)..]];
    }

    static byte[] Zipped(byte[] body)
    {
        using var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionLevel.Fastest)) gzip.Write(body);
        return zipped.ToArray();
    }
}
