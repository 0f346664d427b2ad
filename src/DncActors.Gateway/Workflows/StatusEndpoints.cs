using DncActors.Client.Jobs;
using DncActors.Client.Workflows;
using DncActors.Contracts.Workflows;
using DncActors.Domain.People;
using DncActors.Gateway.Access;
using DncActors.Gateway.Jobs;
using DncActors.Gateway.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DncActors.Gateway.Workflows;

/// <summary>The statuses of a workflow.</summary>
static class StatusEndpoints
{
    const string Path = "/v1/workflows/{workflowId}/statuses";

    internal static void MapStatuses(this IEndpointRouteBuilder routes)
    {
        routes.MapCall<CreateStatusRequest>(HttpMethods.Post, Path, CreateAsync).Needs(Permissions.WorkflowEdit)
            .Says(WorkflowEndpoints.Feature, "Add a status").Answers<StatusModel>(StatusCodes.Status201Created);
        routes.MapCall<PatchStatusRequest>(HttpMethods.Patch, Path + "/{statusId}", ChangeAsync).Needs(Permissions.WorkflowEdit)
            .Says(
                WorkflowEndpoints.Feature,
                "Change, enable or disable a status",
                "Disabling one that an enabled action moves to: 422. restrictsContact changed where leads stand: 202 and a job, "
                    + "done when every lead's contact points follow.")
            .Answers<StatusModel>().Answers<JobModel>(StatusCodes.Status202Accepted, "Published; the job brings the leads that stand there in line.");
        routes.MapCall(HttpMethods.Delete, Path + "/{statusId}", ArchiveAsync).Needs(Permissions.WorkflowEdit)
            .Says(WorkflowEndpoints.Feature, "Archive a status", "422 while a lead stands in it, or an enabled action moves to it.")
            .Answers(StatusCodes.Status204NoContent, "Archived.");
    }

    static Task<IResult> CreateAsync(Call call, CreateStatusRequest body) => Answers.DoAsync(
        StatusMapping.Read(body),
        draft => call.Workflow(call.Id("workflowId")).AddStatusAsync(call.ToRequest(), draft, call.IfMatch),
        m => Answers.Created($"/v1/workflows/{m.Workflow.Id}", StatusMapping.ToModel(m.Status), m.Workflow.Version));

    static Task<IResult> ChangeAsync(Call call, PatchStatusRequest body) => Answers.DoAsync(
        StatusMapping.Read(body),
        patch => call.Workflow(call.Id("workflowId")).ChangeStatusAsync(call.ToRequest(), call.Id("statusId"), patch, call.IfMatch),
        Say);

    static async Task<IResult> ArchiveAsync(Call call)
    {
        var archived = await call.Workflow(call.Id("workflowId")).ArchiveStatusAsync(call.ToRequest(), call.Id("statusId"), call.IfMatch);
        return Answers.Of(archived, _ => Answers.NoContent());
    }

    static IResult Say(StatusChanged changed) => changed.Job is { } job
        ? Answers.Accepted($"/v1/jobs/{job.Id}", JobMapping.ToModel(job))
        : Answers.Ok(StatusMapping.ToModel(changed.Status), changed.Workflow.Version);
}
