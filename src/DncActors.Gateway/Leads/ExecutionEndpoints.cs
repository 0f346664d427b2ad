using DncActors.Client.Leads;
using DncActors.Client.Paging;
using DncActors.Domain.Leads;
using DncActors.Domain.Outcomes;
using DncActors.Domain.People;
using DncActors.Domain.Registry;
using DncActors.Gateway.Access;
using DncActors.Gateway.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DncActors.Gateway.Leads;

/// <summary>Running an action on a lead, and what was run.</summary>
static class ExecutionEndpoints
{
    const string Path = LeadEndpoints.Path + "/{leadId}";

    internal static void MapExecutions(this IEndpointRouteBuilder routes)
    {
        routes.MapCall<ExecuteActionRequest>(HttpMethods.Post, Path + "/actions/{actionId}/executions", ExecuteAsync, bodyOptional: true)
            .NeedsUnlessRepeated(Permissions.ActionExecute)
            .Says(
                LeadEndpoints.Feature,
                "Run an action on a lead",
                "When the 201 is out, every later contact check on any node follows it. The same Idempotency-Key again: 200 and the same execution, "
                    + "also after the action or the permission is gone; with another body, action or acting user: 409.")
            .Answers<ExecutionModel>(StatusCodes.Status201Created).Answers<ExecutionModel>(StatusCodes.Status200OK, "It was run before, under the same key.");
        routes.MapCall(HttpMethods.Get, Path + "/history", ListAsync).Needs(Permissions.LeadRead)
            .Says(LeadEndpoints.Feature, "A lead's executions", "Newest first.", Paging.Limit, Paging.Cursor).Answers<Page<ExecutionModel>>();
    }

    static async Task<IResult> ExecuteAsync(Call call, ExecuteActionRequest body)
    {
        // One subject for all actions of a lead: another action under a used key is a conflict and not another execution.
        var request = call.ToRequest($"lead/{call.Id("leadId")}");
        var executed = await call.AskLeadAsync(call.Id("leadId"), lead => lead.ExecuteAsync(request, call.Id("actionId"), LeadFields.Read(body)));
        call.Ask<ExecutionInstruments>().Answered(call.Access.Organization, executed);
        if (!executed.Ok) return Answers.Refused(executed.Refusal);
        var (execution, repeated) = executed.Value;
        var model = ExecutionMapping.ToModel(execution, await BlockingAsync(call, execution));
        return repeated ? Answers.Ok(model) : Answers.Created($"{LeadEndpoints.Path}/{Uri.EscapeDataString(execution.LeadId)}/history", model);
    }

    static async Task<IResult> ListAsync(Call call)
    {
        var page = Paging.Read(call);
        if (!page.Ok) return Answers.Refused(page.Refusal);
        var (organization, leadId) = (call.Access.Organization, call.Id("leadId"));
        var leads = call.Ask<ILeadStore>();
        if ((await leads.LoadAsync(organization, leadId, null)).State is null) return Answers.Refused(Refusal.NotFound("lead", Quote.Of(leadId)));
        var history = await leads.ReadHistoryAsync(organization, leadId, page.Value, call.Cancellation);
        return Answers.Ok(history.ToPage(call, e => ExecutionMapping.ToModel(e)));
    }

    /// <summary>What still blocks what a removal was to free.</summary>
    static async Task<System.Collections.Immutable.ImmutableArray<DncEntry>> BlockingAsync(Call call, Execution execution)
    {
        if (execution.StillBlocked.IsDefaultOrEmpty) return [];
        var found = await call.Ask<IEntryStore>().ReadByPointsAsync(call.Access.Organization, execution.StillBlocked, call.Cancellation);
        return [.. found.Where(e => e.InForce(call.Now))];
    }
}
