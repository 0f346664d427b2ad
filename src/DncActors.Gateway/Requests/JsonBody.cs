using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DncActors.Client;
using DncActors.Client.Json;
using DncActors.Gateway.Errors;
using Microsoft.AspNetCore.Http;

namespace DncActors.Gateway.Requests;

/// <summary>Reads and writes JSON bodies by the contract's own options.</summary>
static class JsonBody
{
    /// <summary>The reader of a type; every type that is a body is known to the generated context.</summary>
    internal static JsonTypeInfo<T> TypeOf<T>() => (JsonTypeInfo<T>)DncJson.Options.GetTypeInfo(typeof(T));

    internal static Task WriteAsync<T>(HttpContext context, T value) =>
        JsonSerializer.SerializeAsync(context.Response.BodyWriter, value, TypeOf<T>(), context.RequestAborted);

    /// <summary>Null when the body is said to be JSON in UTF-8; else the 415.</summary>
    internal static Problem? CheckType(HttpRequest request) => CheckType(request, IsJson, DncMediaTypes.Json);

    /// <summary>Null when the body's media type is one that is read here, in UTF-8 and as it is; else the 415.</summary>
    internal static Problem? CheckType(HttpRequest request, Func<string, bool> isRead, string write)
    {
        if (request.Headers.ContentEncoding is { Count: > 0 } coding && !coding.ToString().Equals("identity", StringComparison.OrdinalIgnoreCase))
            return Unread($"A body with 'Content-Encoding: {Quote.Of(coding.ToString())}' is not read here: send it uncompressed, without that header.");
        if (request.ContentType is not { } type) return Unread($"The body has no Content-Type: send {write}.");
        if (!MediaTypeHeaderValue.TryParse(type, out var media) || !isRead(media.MediaType ?? ""))
            return Unread($"'{Quote.Of(type)}' is not read here: send {write}.");
        return IsUtf8(media.CharSet)
            ? null
            : Unread($"The charset of '{Quote.Of(type)}' is not read here: encode the body as UTF-8, and write charset=utf-8 or none.");
    }

    static Problem Unread(string detail) => new(ProblemKinds.UnsupportedMediaType, detail);

    static bool IsJson(string mediaType) => mediaType.Equals(DncMediaTypes.Json, StringComparison.OrdinalIgnoreCase);

    static bool IsUtf8(string? charset) => charset is null || charset.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase);
}
