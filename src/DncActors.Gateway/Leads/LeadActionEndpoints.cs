using DncActors.Client.Leads;
using DncActors.Client.Paging;
using DncActors.Domain.Leads;
using DncActors.Domain.Outcomes;
using DncActors.Domain.People;
using DncActors.Domain.Workflows;
using DncActors.Gateway.Access;
using DncActors.Gateway.Diagnostics;
using DncActors.Gateway.Requests;
using DncActors.Gateway.Workflows;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DncActors.Gateway.Leads;

/// <summary>What an agent can do with a lead now.</summary>
static class LeadActionEndpoints
{
    static readonly QueryParameter<bool?> Explain = Parameters.Flag("explain", "Those that may not be run too, each with its reasons. Default: false.");

    internal static void MapLeadActions(this IEndpointRouteBuilder routes) =>
        routes.MapCall(HttpMethods.Get, LeadEndpoints.Path + "/{leadId}/actions", ListAsync).Needs(Permissions.LeadRead)
            .Says(
                LeadEndpoints.Feature,
                "The actions that may be run on a lead now",
                "By the acting user. What is offered is what an execution accepts.",
                Explain,
                Paging.Limit,
                Paging.Cursor)
            .Answers<Page<LeadActionModel>>();

    static async Task<IResult> ListAsync(Call call)
    {
        var page = Paging.Read(call);
        if (!page.Ok) return Answers.Refused(page.Refusal);
        var found = await call.Ask<ILeadStore>().LoadAsync(call.Access.Organization, call.Id("leadId"), null);
        if (found.State?.Lead is not { } lead) return Answers.Refused(Refusal.NotFound("lead", Quote.Of(call.Id("leadId"))));
        var documents = await call.DocumentsAsync();
        var person = ActingPersonRules.Of(call.ToRequestOfReader(), documents);
        var listed = call.Query.Get(Explain) == true
            ? ActionAvailabilityRules.Explain(lead, documents, person)
            : ActionAvailabilityRules.Available(lead, documents, person);
        return Answers.Ok(Paging.Slice(listed, page.Value).ToPage(call, ToModel));
    }

    static LeadActionModel ToModel(OfferedAction offer) => new()
    {
        Id = offer.Action.Id,
        Name = offer.Action.Name,
        Category = offer.Action.Category,
        WorkflowId = offer.At.WorkflowId,
        StatusId = offer.At.StatusId,
        Available = offer.Available,
        RequiresEvidence = offer.Action.Operations.OfType<RemoveFromDoNotContact>().Any(o => o.RequiresEvidence),
        MovesTo = offer.Action.Move is { } move ? StatusMapping.ToModel(new StatusRef(move.WorkflowId, move.StatusId)) : null,
        Reasons = [.. offer.Reasons.Select(r => DiagnosticMapping.ToModel(r))],
    };
}
