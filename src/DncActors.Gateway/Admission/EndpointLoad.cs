using Microsoft.AspNetCore.Http;

namespace DncActors.Gateway.Admission;

/// <summary>What an endpoint is, where its method does not say it: without this declaration a GET is light and anything else is a change.</summary>
sealed record EndpointLoad(Load Load)
{
    internal static Load Of(HttpContext context) =>
        context.GetEndpoint() is not { } endpoint ? Load.Light : Of(endpoint.Metadata.GetMetadata<EndpointLoad>(), context.Request.Method);

    internal static Load Of(EndpointLoad? declared, string method) =>
        declared?.Load ?? (HttpMethods.IsGet(method) || HttpMethods.IsHead(method) ? Load.Light : Load.Change);
}
