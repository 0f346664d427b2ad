using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace DncActors.Gateway.OpenApi;

/// <summary>The document, made once: it is asked for without a key, and making it costs more than most calls.</summary>
sealed class ServedDocument([FromKeyedServices(DocumentEndpoints.DocumentName)] IOpenApiDocumentProvider provider)
{
    string? _json;

    internal async Task WriteAsync(HttpContext context)
    {
        // Made twice by two who ask first at the same moment, it is the same.
        _json ??= await (await provider.GetOpenApiDocumentAsync(context.RequestAborted))
            .SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, context.RequestAborted);
        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.WriteAsync(_json, context.RequestAborted);
    }
}
