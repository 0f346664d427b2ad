using DncActors.Client.Paging;
using DncActors.Client.Registry;
using DncActors.Contracts.Registry;
using DncActors.Domain.Audit;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Outcomes;
using DncActors.Domain.People;
using DncActors.Domain.Registry;
using DncActors.Gateway.Access;
using DncActors.Gateway.Admission;
using DncActors.Gateway.Audit;
using DncActors.Gateway.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DncActors.Gateway.Registry;

/// <summary>The Do Not Contact list: read, added to, revoked from.</summary>
static class EntryEndpoints
{
    internal const string Feature = "Do Not Contact list";
    internal const string Path = "/v1/dnc/entries";

    internal static void MapEntries(this IEndpointRouteBuilder routes)
    {
        routes.MapCall(HttpMethods.Get, Path, SearchAsync).Needs(Permissions.DncRead).Loads(Load.Read)
            .Says(Feature, "Search entries", "Newest first, revoked and expired ones too.", [.. EntrySearchParameters.All, Paging.Limit, Paging.Cursor])
            .Answers<Page<DncEntryModel>>();
        routes.MapCall<AddEntryRequest>(HttpMethods.Post, Path, AddAsync).Needs(Permissions.DncWrite)
            .Says(Feature, "Add an entry", "When the 201 is out, every later contact check on any node follows it.")
            .Answers<DncEntryModel>(StatusCodes.Status201Created);
        routes.MapCall(HttpMethods.Get, Path + "/{entryId}", GetAsync).Needs(Permissions.DncRead)
            .Says(Feature, "An entry", "With how many checks it has blocked, some seconds late.").Answers<DncEntryModel>();
        routes.MapCall<RevokeEntryRequest>(HttpMethods.Delete, Path + "/{entryId}", RevokeAsync).Needs(Permissions.DncWrite)
            .Says(Feature, "Revoke an entry", "It stays in the record. One that stems from a lead's status: 422. An opt-out asks for evidence.")
            .Answers<DncEntryModel>(StatusCodes.Status200OK, "The entry, revoked.");
    }

    static async Task<IResult> SearchAsync(Call call)
    {
        var page = Paging.Read(call);
        if (!page.Ok) return Answers.Refused(page.Refusal);
        var query = EntrySearchParameters.Read(call);
        if (!query.Ok) return Answers.Refused(query.Refusal);
        var found = await call.Ask<IEntryStore>().SearchAsync(call.Access.Organization, query.Value, page.Value, call.Cancellation);
        call.Ask<AccessLog>().Told(call, AccessKind.EntriesSearched, found.Items.Length);
        return Answers.Ok(found.ToPage(call, EntryMapping.ToModel));
    }

    static Task<IResult> AddAsync(Call call, AddEntryRequest body) => Answers.DoAsync(
        EntryMapping.Read(body, call.Access.Region),
        draft => Shard(call, draft.Point).AddAsync(call.ToRequest(), draft),
        e => Answers.Created($"{Path}/{e.Id}", EntryMapping.ToModel(e)));

    static async Task<IResult> GetAsync(Call call)
    {
        if (await FindAsync(call) is not { } entry) return Missing(call);
        call.Ask<AccessLog>().Told(call, AccessKind.EntryRead, 1);
        var hits = await Shard(call, entry.Point).GetHitsAsync([entry.Id]);
        return Answers.Ok(EntryMapping.ToModel(entry, hits.IsDefaultOrEmpty ? null : hits[0]));
    }

    static async Task<IResult> RevokeAsync(Call call, RevokeEntryRequest body)
    {
        var draft = EntryMapping.Read(body);
        if (!draft.Ok) return Answers.Refused(draft.Refusal);
        if (await FindAsync(call) is not { } entry) return Missing(call);
        // What stems from a lead is the lead's to revoke: its flag goes in the same commit.
        var revoked = entry.LeadId is { } leadId
            ? await call.AskLeadAsync(leadId, lead => lead.RevokeEntryAsync(call.ToRequest(), entry.Id, draft.Value))
            : await Shard(call, entry.Point).RevokeAsync(call.ToRequest(), entry, draft.Value);
        return Answers.Of(revoked, e => Answers.Ok(EntryMapping.ToModel(e)));
    }

    static async Task<DncEntry?> FindAsync(Call call) => Guid.TryParse(call.Id("entryId"), out var id)
        ? await call.Ask<IEntryStore>().ReadAsync(call.Access.Organization, id, call.Cancellation)
        : null;

    static IResult Missing(Call call) => Answers.Refused(Refusal.NotFound("entry", Quote.Of(call.Id("entryId"))));

    static IDncRegistryGrain Shard(Call call, in ContactPoint point) =>
        call.Ask<IGrainFactory>().GetGrain<IDncRegistryGrain>(RegistryShards.KeyOf(call.Access.Organization, point));
}
