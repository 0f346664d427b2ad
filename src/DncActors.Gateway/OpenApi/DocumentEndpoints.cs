using DncActors.Gateway.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Scalar.AspNetCore;

namespace DncActors.Gateway.OpenApi;

/// <summary>The document about the API, and its reader.</summary>
static class DocumentEndpoints
{
    internal const string DocumentName = "v1";

    const string Path = $"/openapi/{DocumentName}.json";

    /// <summary>
    /// The reader is served whole from here. What it would fetch elsewhere, now or in a later release (fonts, proxies, news), the browser does not let it.
    /// </summary>
    const string OnlyFromHere =
        "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
        + "font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; frame-ancestors 'none'; base-uri 'self'; form-action 'self'";

    internal static void MapDocuments(this IEndpointRouteBuilder routes)
    {
        var document = routes.ServiceProvider.GetRequiredService<ServedDocument>();
        routes.MapMethods(Path, [HttpMethods.Get], document.WriteAsync).NeedsNoKey();
        routes.MapScalarApiReference("/docs", reader => reader
                .WithTitle("DncActors")
                .AddDocument(DocumentName, routePattern: Path)
                .AddPreferredSecuritySchemes([DocumentText.SchemeName])
                .HideDeveloperTools()
                .HideClientButton()
                .DisableDefaultFonts()
                .DisableTelemetry()
                .DisableAgent()
                .DisableMcp())
            .NeedsNoKey()
            .AddEndpointFilter(KeepToThisHost);
    }

    static ValueTask<object?> KeepToThisHost(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        context.HttpContext.Response.Headers.ContentSecurityPolicy = OnlyFromHere;
        return next(context);
    }
}
