using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DncActors.Client;
using DncActors.Client.ContactChecks;
using DncActors.Client.Json;
using Microsoft.AspNetCore.Http;

namespace DncActors.Benchmarks.CheckPeers;

/// <summary>A batch as a web framework reads and writes it: System.Text.Json, generated, into texts and from texts.</summary>
static class PlainBatch
{
    static readonly JsonTypeInfo<BatchCheckRequest> Body = (JsonTypeInfo<BatchCheckRequest>)DncJson.Options.GetTypeInfo(typeof(BatchCheckRequest));
    static readonly JsonTypeInfo<BatchVerdictsModel> Answer = (JsonTypeInfo<BatchVerdictsModel>)DncJson.Options.GetTypeInfo(typeof(BatchVerdictsModel));

    public static async Task<IReadOnlyList<string?>> ReadAsync(HttpContext context)
    {
        var body = await JsonSerializer.DeserializeAsync(context.Request.BodyReader, Body, context.RequestAborted);
        return body is { Channel: "call", Phones: { } phones } ? phones : throw new InvalidOperationException("The load sends well-formed batches only.");
    }

    public static Task WriteAsync(HttpContext context, string[] verdicts, int blocked)
    {
        context.Response.ContentType = DncMediaTypes.Json;
        context.Response.Headers.CacheControl = "no-store";
        var model = new BatchVerdictsModel
        {
            CheckedAt = TimeProvider.System.GetUtcNow(),
            AsOf = 12,
            Allowed = verdicts.Length - blocked,
            Blocked = blocked,
            Invalid = 0,
            Verdicts = verdicts,
        };
        return JsonSerializer.SerializeAsync(context.Response.BodyWriter, model, Answer, context.RequestAborted);
    }

    /// <summary>The plain wire: reads all of them and says a constant of each.</summary>
    public static async Task WireAsync(HttpContext context)
    {
        var phones = await ReadAsync(context);
        var verdicts = new string[phones.Count];
        Array.Fill(verdicts, VerdictNames.Allowed);
        await WriteAsync(context, verdicts, 0);
    }
}
