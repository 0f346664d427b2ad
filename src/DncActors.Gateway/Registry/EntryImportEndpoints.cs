using DncActors.Client.Imports;
using DncActors.Contracts.Registry;
using DncActors.Domain.People;
using DncActors.Gateway.Access;
using DncActors.Gateway.Admission;
using DncActors.Gateway.Imports;
using DncActors.Gateway.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DncActors.Gateway.Registry;

/// <summary>Entries by the stream, in.</summary>
static class EntryImportEndpoints
{
    internal static void MapEntryImports(this IEndpointRouteBuilder routes) =>
        routes.MapCall(HttpMethods.Post, EntryEndpoints.Path + "/import", ImportAsync).Needs(Permissions.DncWrite).Loads(Load.Import)
            .WithMetadata(ImportCalls.Body(
                $"NDJSON: a line is the body of POST {EntryEndpoints.Path}. CSV: a header names the columns, of {EntryImportForm.Columns}; "
                    + "channels are separated by semicolons. Without channels a line blocks every channel of its contact point; "
                    + "without a source it is an import's. A line has at most 64 KiB."))
            .Says(
                EntryEndpoints.Feature,
                "Import entries",
                "A stream of any length, committed in chunks. Bad lines are reported by number, the first 1,000 of them; good ones are in. "
                    + "A dry run also tells how many contact points would newly be blocked, and how many are already.",
                ImportCalls.DryRun)
            .Answers<ImportModel>();

    static Task<IResult> ImportAsync(Call call) => ImportCalls.RunAsync(call, EntryImportForm.For(call.Access.Region), call.Ask<IEntryImports>().ImportAsync);
}
