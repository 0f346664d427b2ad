using System.Diagnostics;

namespace DncActors.Host.Telemetry;

/// <summary>
/// Names the span of a request by its method and route, where the request is traced. Neither the path nor the query is told: a phone stands in the one, and
/// whatever somebody mistook for an id in the other.
/// </summary>
sealed class RouteSpans(RequestDelegate next)
{
    static readonly string[] _methods =
    [
        HttpMethods.Get, HttpMethods.Post, HttpMethods.Put, HttpMethods.Patch, HttpMethods.Delete, HttpMethods.Head, HttpMethods.Options,
    ];

    public Task InvokeAsync(HttpContext context) => Activity.Current is { IsAllDataRequested: true } span ? TraceAsync(context, span) : next(context);

    async Task TraceAsync(HttpContext context, Activity span)
    {
        var method = HttpMethods.GetCanonicalizedValue(context.Request.Method) is var word && _methods.Contains(word) ? word : "_OTHER";
        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        span.DisplayName = route is null ? method : $"{method} {route}";
        span.SetTag("http.request.method", method);
        if (route is not null) span.SetTag("http.route", route);
        try
        {
            await next(context);
        }
        finally
        {
            var status = context.Response.StatusCode;
            span.SetTag("http.response.status_code", status);
            if (status >= StatusCodes.Status500InternalServerError) span.SetStatus(ActivityStatusCode.Error);
        }
    }
}
