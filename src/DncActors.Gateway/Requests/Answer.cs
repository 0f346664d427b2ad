using DncActors.Client;
using Microsoft.AspNetCore.Http;

namespace DncActors.Gateway.Requests;

/// <summary>An answer with a model as its body.</summary>
sealed class Answer<T>(int status, T model) : IResult
{
    internal int Status => status;

    internal T Model => model;

    /// <summary>The version of what is answered, said as its ETag.</summary>
    internal long? Version { get; init; }

    internal string? Location { get; init; }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = DncMediaTypes.Json;
        if (Version is { } version) response.Headers.ETag = EntityTags.Of(version);
        if (Location is not null) response.Headers.Location = Location;
        // What a key may see changes when the key's role does, and lists change all the time.
        response.Headers.CacheControl = "no-store";
        return JsonBody.WriteAsync(httpContext, model);
    }
}
