using DncActors.Client.Imports;
using DncActors.Contracts.Leads;
using DncActors.Domain.People;
using DncActors.Gateway.Access;
using DncActors.Gateway.Admission;
using DncActors.Gateway.Imports;
using DncActors.Gateway.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DncActors.Gateway.Leads;

/// <summary>Leads by the stream.</summary>
static class LeadImportEndpoints
{
    internal static void MapLeadImports(this IEndpointRouteBuilder routes) =>
        routes.MapCall(HttpMethods.Post, LeadEndpoints.Path + "/import", ImportAsync).Needs(Permissions.LeadWrite).Loads(Load.Import)
            .WithMetadata(ImportCalls.Body(
                $"NDJSON: a line is the body of POST {LeadEndpoints.Path}. CSV: a header names the columns, of {LeadImportForm.Columns}; "
                    + "phone and email are primary; userGroups are separated by semicolons; other columns are refused. A line has at most 64 KiB."))
            .Says(
                LeadEndpoints.Feature,
                "Import leads",
                "A stream of any length, committed in chunks. Bad lines are reported by number, the first 1,000 of them; good ones are in. "
                    + "An import that stopped says the last line that it kept; the same may be sent again under the same Idempotency-Key.",
                ImportCalls.DryRun)
            .Answers<ImportModel>();

    static Task<IResult> ImportAsync(Call call) => ImportCalls.RunAsync(call, LeadImportForm.Form, call.Ask<ILeadImports>().ImportAsync);
}
