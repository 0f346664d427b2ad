using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DncActors.Gateway.Requests;

/// <summary>How endpoints are declared: what they take and answer stands beside the path, and is both what is enforced and what OpenAPI tells.</summary>
static class CallEndpoints
{
    static readonly IReadOnlyList<string> Json = [Client.DncMediaTypes.Json];
    static readonly MethodInfo Described = ((RequestDelegate)Undescribed).Method;

    internal static IEndpointConventionBuilder MapCall(this IEndpointRouteBuilder routes, string method, string pattern, Func<Call, Task<IResult>> handler) =>
        routes.MapMethods(pattern, [method], context => CallRunner.RunAsync(context, handler));

    internal static IEndpointConventionBuilder MapCall<TBody>(
        this IEndpointRouteBuilder routes, string method, string pattern, Func<Call, TBody, Task<IResult>> handler, bool bodyOptional = false)
        where TBody : class
    {
        var limit = routes.ServiceProvider.GetRequiredService<IOptions<DncGatewayOptions>>().Value.MaxBodyBytes;
        return routes.MapMethods(pattern, [method], context => CallRunner.RunAsync(context, handler))
            .WithMetadata(new EndpointBody(typeof(TBody), Json, bodyOptional, limit));
    }

    /// <summary>Of whoever sends it, without a key.</summary>
    /// <param name="limit">The most bytes of the body.</param>
    internal static IEndpointConventionBuilder MapOpenCall<TBody>(
        this IEndpointRouteBuilder routes, string method, string pattern, Func<HttpContext, TBody, Task<IResult>> handler, int limit)
        where TBody : class =>
        routes.MapMethods(pattern, [method], context => CallRunner.RunOpenAsync(context, handler))
            .WithMetadata(new EndpointBody(typeof(TBody), Json, false, limit));

    internal static IEndpointConventionBuilder Says(this IEndpointConventionBuilder endpoint, string feature, string summary, string? description = null) =>
        endpoint.Says(feature, summary, description, []);

    internal static IEndpointConventionBuilder Says(
        this IEndpointConventionBuilder endpoint, string feature, string summary, string? description, params IReadOnlyList<QueryParameter> query) =>
        endpoint.WithMetadata(new EndpointText { Feature = feature, Summary = summary, Description = description, Query = query }, Described);

    internal static IEndpointConventionBuilder Answers<T>(
        this IEndpointConventionBuilder endpoint, int status = StatusCodes.Status200OK, string description = "Done.") =>
        endpoint.WithMetadata(new EndpointAnswer(status, description), new ProducesResponseTypeMetadata(status, typeof(T), [.. Json]));

    internal static IEndpointConventionBuilder Answers(
        this IEndpointConventionBuilder endpoint, int status, string description, params IReadOnlyList<string> mediaTypes) =>
        endpoint
            .WithMetadata(new EndpointAnswer(status, description), new ProducesResponseTypeMetadata(
                status, mediaTypes.Count == 0 ? null : typeof(string), [.. mediaTypes]));

    /// <summary>Stands for the handler: what describes endpoints passes over those without a method, and learns nothing from this one.</summary>
    static Task Undescribed(HttpContext context) => Task.CompletedTask;
}
