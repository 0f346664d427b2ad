using System.Text;
using System.Text.RegularExpressions;

namespace DncActors.ClusterTests.Imports;

/// <summary>NDJSON from a seed: good lines among bad and blank ones, with every kind of line end.</summary>
public sealed partial class JunkLines(JunkTarget target, Random random)
{
    public JunkImport Next(ref int next, int lines)
    {
        using var body = new MemoryStream();
        var (good, bad) = (new Dictionary<long, string>(), new List<long>());
        if (random.Next(3) == 0) body.Write("\uFEFF"u8);
        for (var number = 1L; number <= lines; number++)
        {
            switch (random.Next(5))
            {
                case 0:
                    body.Write(Encoding.UTF8.GetBytes(Pick("", "  ", "\t")));
                    break;
                case 1 or 2:
                    body.Write(Bad(target.Line(next++).Json));
                    bad.Add(number);
                    break;
                default:
                    var (name, json) = target.Line(next++);
                    body.Write(Encoding.UTF8.GetBytes(Pick("", " ") + json));
                    good.Add(number, name);
                    break;
            }
            if (number < lines || random.Next(2) == 0) body.Write(Encoding.UTF8.GetBytes(Pick("\n", "\r\n", "\r\r\n")));
        }
        return new(Pick("application/x-ndjson", "application/x-ndjson; charset=utf-8", "application/jsonl"), body.ToArray(), good, bad);
    }

    byte[] Bad(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        var field = json[..^1];
        return random.Next(18) switch
        {
            0 => bytes[..random.Next(1, bytes.Length)],
            1 => [.. bytes, (byte)'x'],
            2 => Encoding.UTF8.GetBytes($"[{json}]"),
            3 => Encoding.UTF8.GetBytes(Pick("[]", "{}", "null", "7", "\"x\"", "nul", "/* c */ {}", "phone,reason", "\u2028", "\\")),
            4 => Encoding.UTF8.GetBytes($"{field},\"surprise\":1}}"),
            5 => Encoding.UTF8.GetBytes($"{field},{json[1..]}"),
            6 => Encoding.UTF8.GetBytes($"{field},}}"),
            7 => Encoding.UTF8.GetBytes(json.Replace("\"+1202", "\"\\ud800+1202", StringComparison.Ordinal)),
            8 => Encoding.UTF8.GetBytes(json.Replace("\"+1202", "\"\\u0000+1202", StringComparison.Ordinal)),
            9 => [.. bytes[..2], 0xC3, 0x28, .. bytes[2..]],
            10 => [.. bytes[..^2], 0xED, 0xA0, 0x80, .. bytes[^2..]],
            11 => [.. bytes[..2], 0, .. bytes[2..]],
            12 => Encoding.UTF8.GetBytes($"{field},\"attributes\":{string.Concat(Enumerable.Repeat("{\"a\":", 500))}1{new string('}', 500)}}}"),
            13 => Encoding.UTF8.GetBytes($"{field},\"{Pick("reason", "name")}\":\"{new string('x', random.Next(10_001, 20_000))}\"}}"),
            14 => Encoding.UTF8.GetBytes($"{field},\"name\":\"{new string('x', random.Next(64 * 1024, 300_000))}\"}}"),
            15 => Encoding.UTF8.GetBytes(PhoneText().Replace(json, "$1")),
            16 => Encoding.Unicode.GetBytes(json.Replace('\n', ' ')),
            _ => Noise(),
        };
    }

    /// <summary>Bytes of any kind but the line end.</summary>
    byte[] Noise()
    {
        var noise = new byte[random.Next(1, 200)];
        random.NextBytes(noise);
        noise.AsSpan().Replace((byte)'\n', (byte)'x');
        return [(byte)'~', .. noise];
    }

    [GeneratedRegex(@"""\+(\d+)""")]
    private static partial Regex PhoneText();

    string Pick(params ReadOnlySpan<string> texts) => texts[random.Next(texts.Length)];
}
