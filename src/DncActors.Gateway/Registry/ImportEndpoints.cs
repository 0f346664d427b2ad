using DncActors.Client.Jobs;
using DncActors.Client.Paging;
using DncActors.Client.Registry;
using DncActors.Contracts.Identity;
using DncActors.Contracts.Registry;
using DncActors.Domain.Outcomes;
using DncActors.Domain.People;
using DncActors.Domain.Registry;
using DncActors.Gateway.Access;
using DncActors.Gateway.Admission;
using DncActors.Gateway.Jobs;
using DncActors.Gateway.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DncActors.Gateway.Registry;

/// <summary>The imports that brought entries, and undoing one.</summary>
static class ImportEndpoints
{
    const string Path = "/v1/dnc/imports";

    internal static void MapImports(this IEndpointRouteBuilder routes)
    {
        routes.MapCall(HttpMethods.Get, Path, ListAsync).Needs(Permissions.DncRead).Loads(Load.Read)
            .Says(EntryEndpoints.Feature, "All imports of entries", "Newest first; see also importId on the entries.", Paging.Limit, Paging.Cursor)
            .Answers<Page<DncImportModel>>();
        routes.MapCall(HttpMethods.Get, Path + "/{importId}", GetAsync).Needs(Permissions.DncRead)
            .Says(EntryEndpoints.Feature, "An import of entries").Answers<DncImportModel>();
        routes.MapCall<RevokeImportRequest>(HttpMethods.Delete, Path + "/{importId}", RevokeAsync).Needs(Permissions.DncWrite)
            .Says(
                EntryEndpoints.Feature,
                "Undo an import of entries",
                "Revokes all its entries that are in force, in chunks that let others pass: the job is done when the last one is revoked on every node. They "
                    + "stay in the record. People's own wishes in it ask for evidence.")
            .Answers<JobModel>(StatusCodes.Status202Accepted, "Begun; the job revokes the entries.");
    }

    static async Task<IResult> ListAsync(Call call)
    {
        var page = Paging.Read(call);
        if (!page.Ok) return Answers.Refused(page.Refusal);
        var found = await call.Ask<IEntryStore>().SearchImportsAsync(call.Access.Organization, page.Value, call.Cancellation);
        return Answers.Ok(found.ToPage(call, ToModel));
    }

    static async Task<IResult> GetAsync(Call call) => await FindAsync(call) is { } import ? Answers.Ok(ToModel(import)) : Missing(call);

    static async Task<IResult> RevokeAsync(Call call, RevokeImportRequest body)
    {
        var fields = new FieldReader();
        var reason = fields.Required("reason", body.Reason);
        var draft = fields.Make(new RevocationDraft(reason, body.Evidence));
        if (!draft.Ok) return Answers.Refused(draft.Refusal);
        // A grain for each id that somebody makes up would be one too many.
        if (await FindAsync(call) is not { } import) return Missing(call);
        var grain = call.Ask<IGrainFactory>().GetGrain<IEntryImportGrain>(GrainKeys.Of(call.Access.Organization, import.Id.ToString()));
        var begun = await grain.RevokeAsync(call.ToRequest(), draft.Value);
        return Answers.Of(begun, job => Answers.Accepted($"/v1/jobs/{job.Id}", JobMapping.ToModel(job)));
    }

    static async Task<EntryImport?> FindAsync(Call call) => Guid.TryParse(call.Id("importId"), out var id)
        ? await call.Ask<IEntryStore>().ReadImportAsync(call.Access.Organization, id, call.Cancellation)
        : null;

    static IResult Missing(Call call) => Answers.Refused(Refusal.NotFound("import", Quote.Of(call.Id("importId"))));

    static DncImportModel ToModel(EntryImport import) => new()
    {
        Id = import.Id.ToString(),
        By = import.By,
        At = import.At,
        Entries = import.Entries,
        Revoked = import.Revoked,
    };
}
