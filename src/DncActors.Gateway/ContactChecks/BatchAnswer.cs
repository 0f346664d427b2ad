using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using DncActors.Contracts.ContactChecks;
using Microsoft.AspNetCore.Http;

namespace DncActors.Gateway.ContactChecks;

/// <summary>Writes the answer of a batch, a word for each contact point.</summary>
static class BatchAnswer
{
    const int ChunkBytes = 32 * 1024;

    // With the quotes and a comma all three words are ten bytes long.
    const int WordBytes = 10;

    internal static Task WriteAsync(HttpContext context, in CheckResult result, ReadOnlyMemory<CheckVerdict> verdicts)
    {
        var (allowed, blocked) = (0, 0);
        foreach (var verdict in verdicts.Span)
        {
            if (verdict == CheckVerdict.Allowed) allowed++;
            else if (verdict == CheckVerdict.Blocked) blocked++;
        }
        Span<byte> time = stackalloc byte[UtcText.Length];
        UtcText.Write(time, result.NowMilliseconds);
        var at = Encoding.ASCII.GetString(time);
        var invalid = verdicts.Length - allowed - blocked;
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"checkedAt":"{{at}}","asOf":{{result.AsOf}},"allowed":{{allowed}},"blocked":{{blocked}},"invalid":{{invalid}},"verdicts":[""");
        return WriteAsync(context, Encoding.ASCII.GetBytes(head), verdicts);
    }

    static async Task WriteAsync(HttpContext context, byte[] head, ReadOnlyMemory<CheckVerdict> verdicts)
    {
        VerdictJson.SetHeaders(context.Response);
        context.Response.ContentLength = head.Length + verdicts.Length * WordBytes - (verdicts.IsEmpty ? 0 : 1) + 2;
        await context.Response.StartAsync(context.RequestAborted);
        var writer = context.Response.BodyWriter;
        writer.Write(head);
        for (var at = 0; at < verdicts.Length; at += ChunkBytes / WordBytes)
        {
            var chunk = verdicts.Slice(at, Math.Min(ChunkBytes / WordBytes, verdicts.Length - at));
            WriteWords(writer, chunk.Span, isLast: at + chunk.Length == verdicts.Length);
            if ((await writer.FlushAsync(context.RequestAborted)).IsCompleted) return;
        }
        writer.Write("]}"u8);
        // What is written behind a flush is not sent by the answer's end.
        await writer.FlushAsync(context.RequestAborted);
    }

    static void WriteWords(PipeWriter writer, ReadOnlySpan<CheckVerdict> verdicts, bool isLast)
    {
        var to = writer.GetSpan(verdicts.Length * WordBytes);
        for (var i = 0; i < verdicts.Length; i++)
        {
            var word = verdicts[i] switch { CheckVerdict.Allowed => "\"allowed\","u8, CheckVerdict.Blocked => "\"blocked\","u8, _ => "\"invalid\","u8 };
            word.CopyTo(to[(i * WordBytes)..]);
        }
        writer.Advance(verdicts.Length * WordBytes - (isLast ? 1 : 0));
    }
}
