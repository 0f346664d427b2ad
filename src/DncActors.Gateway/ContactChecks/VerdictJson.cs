using System.Buffers;
using System.Buffers.Text;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using DncActors.Client;
using DncActors.Contracts.ContactChecks;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Registry;
using Microsoft.AspNetCore.Http;

namespace DncActors.Gateway.ContactChecks;

/// <summary>The answer that is given most of all, "allowed" for a phone, written as bytes.</summary>
public static class VerdictJson
{
    /// <summary>What a writer of verdicts is made with: the + of a phone stays a plus.</summary>
    internal static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>More than the longest answer takes.</summary>
    const int MaxBytes = 256;

    [ThreadStatic]
    static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Json)? _scratch;

    static ReadOnlySpan<byte> Call => "\",\"channel\":\"call\",\"allowed\":true,\"verdict\":\"allowed\",\"reasons\":[],\"checkedAt\":\""u8;

    static ReadOnlySpan<byte> Sms => "\",\"channel\":\"sms\",\"allowed\":true,\"verdict\":\"allowed\",\"reasons\":[],\"checkedAt\":\""u8;

    /// <summary>Answers that the phone is allowed.</summary>
    /// <param name="number">The digits of its E.164.</param>
    /// <param name="channel">Call or sms.</param>
    public static Task WriteAllowedAsync(HttpContext context, ulong number, Channels channel, in CheckResult result)
    {
        Span<byte> body = stackalloc byte[MaxBytes];
        var length = Write(body, number, channel, result);
        return WriteAsync(context, body[..length]);
    }

    /// <summary>Answers a whole verdict with its reasons.</summary>
    internal static Task WriteAsync(HttpContext context, string point, Channels channel, in CheckResult result, ImmutableArray<VerdictReason> reasons)
    {
        // As a whole and not as it is written: an answer whose length is known goes out in one piece, and the memory is this thread's to use again.
        var (buffer, json) = _scratch ??= NewScratch();
        buffer.ResetWrittenCount();
        json.Reset();
        VerdictWriter.Write(json, point, channel, result.Verdict, reasons, result.AsOf, result.NowMilliseconds);
        json.Flush();
        return WriteAsync(context, buffer.WrittenSpan);
    }

    /// <summary>Answers a JSON body that is at hand as a whole, with the headers of a contact check.</summary>
    public static Task WriteAsync(HttpContext context, ReadOnlySpan<byte> body)
    {
        SetHeaders(context.Response);
        context.Response.ContentLength = body.Length;
        var starting = context.Response.StartAsync();
        if (!starting.IsCompletedSuccessfully) return FinishAsync(context, starting, body.ToArray());
        var writer = context.Response.BodyWriter;
        body.CopyTo(writer.GetSpan(body.Length));
        writer.Advance(body.Length);
        return Task.CompletedTask;
    }

    internal static void SetHeaders(HttpResponse response)
    {
        response.ContentType = DncMediaTypes.Json;
        response.Headers.CacheControl = "no-store";
    }

    static int Write(Span<byte> body, ulong number, Channels channel, in CheckResult result)
    {
        var length = Append(body, 0, "{\"contactPoint\":\"+"u8);
        Utf8Formatter.TryFormat(number, body[length..], out var digits);
        length = Append(body, length + digits, channel == Channels.Sms ? Sms : Call);
        length += UtcText.Write(body[length..], result.NowMilliseconds);
        length = Append(body, length, "\",\"asOf\":"u8);
        Utf8Formatter.TryFormat(result.AsOf, body[length..], out digits);
        return Append(body, length + digits, "}"u8);
    }

    static (ArrayBufferWriter<byte>, Utf8JsonWriter) NewScratch()
    {
        var buffer = new ArrayBufferWriter<byte>(1_024);
        return (buffer, new(buffer, WriterOptions));
    }

    static int Append(Span<byte> body, int at, ReadOnlySpan<byte> text)
    {
        text.CopyTo(body[at..]);
        return at + text.Length;
    }

    static async Task FinishAsync(HttpContext context, Task starting, byte[] body)
    {
        await starting;
        await context.Response.BodyWriter.WriteAsync(body, context.RequestAborted);
    }
}
