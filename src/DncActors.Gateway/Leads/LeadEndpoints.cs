using DncActors.Client.Leads;
using DncActors.Client.Paging;
using DncActors.Contracts.Identity;
using DncActors.Domain.Leads;
using DncActors.Domain.Outcomes;
using DncActors.Domain.People;
using DncActors.Gateway.Access;
using DncActors.Gateway.Admission;
using DncActors.Gateway.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DncActors.Gateway.Leads;

/// <summary>Leads: made, changed, found, read.</summary>
static class LeadEndpoints
{
    internal const string Feature = "Leads";
    internal const string Path = "/v1/leads";

    internal static void MapLeads(this IEndpointRouteBuilder routes)
    {
        routes.MapCall(HttpMethods.Get, Path, SearchAsync).Needs(Permissions.LeadRead).Loads(Load.Read)
            .Says(Feature, "Search leads", "Newest first.", [.. LeadSearchParameters.All, Paging.Limit, Paging.Cursor]).Answers<Page<LeadModel>>();
        routes.MapCall<CreateLeadRequest>(HttpMethods.Post, Path, CreateAsync).Needs(Permissions.LeadWrite)
            .Says(Feature, "Make a lead", "One that comes with a listed contact point is blocked from its first second: see doNotContact.covered.")
            .Answers<LeadModel>(StatusCodes.Status201Created);
        routes.MapCall(HttpMethods.Get, Path + "/{leadId}", GetAsync).Needs(Permissions.LeadRead)
            .Says(Feature, "A lead", "Its ETag is the version.").Answers<LeadModel>();
        routes.MapCall<PatchLeadRequest>(HttpMethods.Patch, Path + "/{leadId}", ChangeAsync).Needs(Permissions.LeadWrite)
            .Says(Feature, "Change a lead", "Contact points, groups, name, attributes; its status is changed by actions alone.").Answers<LeadModel>();
    }

    static async Task<IResult> SearchAsync(Call call)
    {
        var page = Paging.Read(call);
        if (!page.Ok) return Answers.Refused(page.Refusal);
        var query = LeadSearchParameters.Read(call, await call.DocumentsAsync());
        var found = await call.Ask<ILeadStore>().SearchAsync(call.Access.Organization, query, page.Value, call.Cancellation);
        return Answers.Ok(new Page<LeadModel>(await call.ToModelsAsync(found.Items), found.NextOf(call)));
    }

    static async Task<IResult> CreateAsync(Call call, CreateLeadRequest body)
    {
        var draft = LeadFields.Read(body);
        if (!draft.Ok) return Answers.Refused(draft.Refusal);
        var request = call.ToRequest();
        var made = await call.AskLeadAsync(draft.Value.Id ?? GrainKeys.MadeBy(request), lead => lead.CreateAsync(request, draft.Value));
        if (!made.Ok) return Answers.Refused(made.Refusal);
        var created = made.Value.Lead;
        return Answers.Created($"{Path}/{Uri.EscapeDataString(created.Id)}", await call.ToModelAsync(created), created.Version);
    }

    static async Task<IResult> GetAsync(Call call)
    {
        var found = await call.Ask<ILeadStore>().LoadAsync(call.Access.Organization, call.Id("leadId"), null);
        return found.State?.Lead is { } lead
            ? Answers.Ok(await call.ToModelAsync(lead), lead.Version)
            : Answers.Refused(Refusal.NotFound("lead", Quote.Of(call.Id("leadId"))));
    }

    static async Task<IResult> ChangeAsync(Call call, PatchLeadRequest body)
    {
        var patch = LeadFields.Read(body);
        if (!patch.Ok) return Answers.Refused(patch.Refusal);
        var changed = await call.AskLeadAsync(call.Id("leadId"), lead => lead.ChangeAsync(call.ToRequest(), patch.Value, call.IfMatch));
        if (!changed.Ok) return Answers.Refused(changed.Refusal);
        return Answers.Ok(await call.ToModelAsync(changed.Value.Lead), changed.Value.Lead.Version);
    }
}
