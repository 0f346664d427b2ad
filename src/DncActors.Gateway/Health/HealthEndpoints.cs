using DncActors.Contracts.Nodes;
using DncActors.Gateway.Access;
using DncActors.Gateway.Errors;
using DncActors.Gateway.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DncActors.Gateway.Health;

/// <summary>Is the process there, and may it answer?</summary>
static class HealthEndpoints
{
    const string Feature = "Health";

    internal static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/healthz", [HttpMethods.Get, HttpMethods.Head], static context => SayAsync(context, "healthy")).NeedsNoKey()
            .Says(Feature, "Whether the process is there", "Always 200 while the process can answer at all.")
            .Answers(StatusCodes.Status200OK, "It is there.", "text/plain");

        routes.MapMethods("/readyz", [HttpMethods.Get, HttpMethods.Head], ReadyAsync).NeedsNoKey()
            .Says(Feature, "Whether this node may answer contact checks", "503 while it loads, has no valid lease, or stops; the problem says which.")
            .Answers(StatusCodes.Status200OK, "It may.", "text/plain");
    }

    /// <summary>Every part of the host that has a say is asked; the first that objects is quoted.</summary>
    static Task ReadyAsync(HttpContext context) =>
        context.RequestServices.GetServices<INodeReadiness>().Select(part => part.WhyNot).FirstOrDefault(why => why is not null) is { } why
            ? new Problem(ProblemKinds.Unavailable, why, "not-ready").ExecuteAsync(context)
            : SayAsync(context, "ready");

    static Task SayAsync(HttpContext context, string text)
    {
        context.Response.ContentType = "text/plain";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync(text, context.RequestAborted);
    }
}
