using DncActors.Client;
using DncActors.Domain.People;
using DncActors.Gateway.Access;
using DncActors.Gateway.Admission;
using DncActors.Gateway.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DncActors.Gateway.Registry;

/// <summary>Entries by the stream, out.</summary>
static class EntryExportEndpoints
{
    internal static void MapEntryExports(this IEndpointRouteBuilder routes) =>
        routes.MapCall(HttpMethods.Get, EntryEndpoints.Path + "/export", EntryExport.StartAsync).Needs(Permissions.DncRead).Loads(Load.Export)
            .Says(
                EntryEndpoints.Feature,
                "Export entries",
                $"All that match, oldest first, streamed: lines of JSON, or with 'Accept: {DncMediaTypes.Csv}' CSV. A stream that was cut is not whole.",
                [.. EntrySearchParameters.All])
            .Answers(StatusCodes.Status200OK, "The entries.", DncMediaTypes.NdJson, DncMediaTypes.Csv);
}
