using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DncActors.Console.Session;

/// <summary>Whoever follows an address that leads nowhere sees a page that says so. Behind the gate: who is not signed in is shown the door.</summary>
sealed class NotFoundPage(RequestDelegate next, EndpointDataSource endpoints)
{
    readonly Lazy<RouteEndpoint> page = new(
        () => endpoints.Endpoints.OfType<RouteEndpoint>().Single(endpoint => endpoint.RoutePattern.RawText == ConsolePaths.NotFound));

    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        var answer = context.Response;
        if (answer is not { StatusCode: StatusCodes.Status404NotFound, HasStarted: false, ContentType: null } || !IsForReader(context.Request)) return;
        // Without it a page leaves an answer that is none yet to somebody else.
        context.Features.Set<IStatusCodeReExecuteFeature>(new StatusCodeReExecuteFeature
        {
            OriginalPathBase = context.Request.PathBase,
            OriginalPath = context.Request.Path,
            OriginalQueryString = context.Request.QueryString.Value,
        });
        context.Request.Path = ConsolePaths.NotFound;
        context.SetEndpoint(page.Value);
        await page.Value.RequestDelegate!(context);
    }

    /// <summary>Somebody looks at the answer; a program, or a page that asks for a part of itself, gets the API's problem.</summary>
    static bool IsForReader(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.GetTypedHeaders().Accept.Any(type => type.MediaType == "text/html");
}
