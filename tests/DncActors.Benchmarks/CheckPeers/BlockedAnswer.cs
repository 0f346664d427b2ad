using System.Buffers.Text;
using DncActors.Gateway.ContactChecks;
using Microsoft.AspNetCore.Http;

namespace DncActors.Benchmarks.CheckPeers;

/// <summary>"Blocked", with one reason of the length that the product's have.</summary>
static class BlockedAnswer
{
    static ReadOnlySpan<byte> Before => "{\"contactPoint\":\"+"u8;

    static ReadOnlySpan<byte> Behind =>
        "\",\"channel\":\"call\",\"allowed\":false,\"verdict\":\"blocked\",\"reasons\":[{\"code\":\"dnc.entry\","u8
        + "\"entryId\":\"019ac6f4-0000-7000-8000-000000000000\",\"source\":\"import\",\"since\":\"2026-11-24T00:00:00.0000000Z\",\"until\":null,"u8
        + "\"by\":\"key:first\",\"leadId\":null,\"executionId\":null,"u8
        + "\"detail\":\"By import 9d4a8a17-8a2b-8b13-acf4-81fe157eab72, by key:first, at 2026-11-24T00:00:00Z: registry\"}],"u8
        + "\"checkedAt\":\"2026-11-24T00:00:00.000Z\",\"asOf\":12}"u8;

    public static Task WriteAsync(HttpContext context, ulong number)
    {
        Span<byte> body = stackalloc byte[512];
        Before.CopyTo(body);
        Utf8Formatter.TryFormat(number, body[Before.Length..], out var digits);
        Behind.CopyTo(body[(Before.Length + digits)..]);
        return VerdictJson.WriteAsync(context, body[..(Before.Length + digits + Behind.Length)]);
    }
}
