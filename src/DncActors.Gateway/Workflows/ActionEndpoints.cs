using DncActors.Client.Workflows;
using DncActors.Domain.People;
using DncActors.Domain.Workflows;
using DncActors.Gateway.Access;
using DncActors.Gateway.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DncActors.Gateway.Workflows;

/// <summary>The actions of a status, and copying them.</summary>
static class ActionEndpoints
{
    const string Path = "/v1/workflows/{workflowId}/statuses/{statusId}/actions";

    internal static void MapActions(this IEndpointRouteBuilder routes)
    {
        routes.MapCall<ActionRequest>(HttpMethods.Post, Path, CreateAsync).Needs(Permissions.WorkflowEdit)
            .Says(WorkflowEndpoints.Feature, "Add an action", "Its operations run in the order given, as one.")
            .Answers<ActionModel>(StatusCodes.Status201Created);
        routes.MapCall<ActionRequest>(HttpMethods.Put, Path + "/{actionId}", ReplaceAsync).Needs(Permissions.WorkflowEdit)
            .Says(WorkflowEndpoints.Feature, "Change an action, as a whole").Answers<ActionModel>();
        routes.MapCall(HttpMethods.Delete, Path + "/{actionId}", RemoveAsync).Needs(Permissions.WorkflowEdit)
            .Says(WorkflowEndpoints.Feature, "Remove an action", "Executions of it stay in the record.").Answers(StatusCodes.Status204NoContent, "Removed.");
        routes.MapCall<CopyActionRequest>(HttpMethods.Post, Path + "/{actionId}/copies", CopyAsync).Needs(Permissions.WorkflowEdit)
            .Says(WorkflowEndpoints.Feature, "Copy an action to other statuses",
                "All or none: another record type, a missing or a disabled target is a 422 that names each bad target. A dry run tells of all of them.",
                Placements.DryRun)
            .Answers<ActionPlacementsModel>(StatusCodes.Status201Created).Answers<ActionPlacementsModel>(StatusCodes.Status200OK, "What a dry run would do.");
    }

    static Task<IResult> CreateAsync(Call call, ActionRequest body) => Answers.DoAsync(
        ActionMapping.Read(body),
        draft => call.Workflow(call.Id("workflowId")).AddActionAsync(call.ToRequest(), call.Id("statusId"), draft, call.IfMatch),
        m => Answers.Created($"/v1/workflows/{m.Workflow.Id}", ActionMapping.ToModel(m.Action), m.Workflow.Version));

    static Task<IResult> ReplaceAsync(Call call, ActionRequest body) => Answers.DoAsync(
        ActionMapping.Read(body),
        draft => call.Workflow(call.Id("workflowId")).ReplaceActionAsync(call.ToRequest(), call.Id("statusId"), call.Id("actionId"), draft, call.IfMatch),
        c => Answers.Ok(ActionMapping.ToModel(c.Action), c.Workflow.Version));

    static async Task<IResult> RemoveAsync(Call call)
    {
        var removed = await call.Workflow(call.Id("workflowId")).RemoveActionAsync(call.ToRequest(), call.Id("statusId"), call.Id("actionId"), call.IfMatch);
        return Answers.Of(removed, _ => Answers.NoContent());
    }

    static async Task<IResult> CopyAsync(Call call, CopyActionRequest body)
    {
        var targets = ActionMapping.ReadTargets(body.Targets);
        if (targets.Refusal is { } refusal) return Answers.Refused(refusal);
        var (workflowId, statusId, actionId) = (call.Id("workflowId"), call.Id("statusId"), call.Id("actionId"));
        if (Placements.IsDryRun(call, body.DryRun))
            return await Placements.PreviewAsync(call, d => CopyRules.Preview(d, workflowId, statusId, actionId, targets.Value));
        return await Placements.SayAsync(
            call, await call.Workflow(workflowId).CopyActionAsync(call.ToRequest(), statusId, actionId, targets.Value, dryRun: false));
    }
}
