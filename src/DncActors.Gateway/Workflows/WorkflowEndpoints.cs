using DncActors.Client.Paging;
using DncActors.Client.Workflows;
using DncActors.Contracts.Identity;
using DncActors.Domain.Outcomes;
using DncActors.Domain.People;
using DncActors.Gateway.Access;
using DncActors.Gateway.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DncActors.Gateway.Workflows;

/// <summary>Workflows: read, made, changed, archived.</summary>
static class WorkflowEndpoints
{
    internal const string Feature = "Workflows";
    const string Path = "/v1/workflows";

    static readonly QueryParameter<bool?> Archived = Parameters.Flag("archived", "Archived ones too. Default: false.");

    internal static void MapWorkflows(this IEndpointRouteBuilder routes)
    {
        routes.MapCall(HttpMethods.Get, Path, ListAsync).NeedsKey()
            .Says(Feature, "All workflows", "By id.", Paging.Limit, Paging.Cursor, Archived).Answers<Page<WorkflowModel>>();
        routes.MapCall<CreateWorkflowRequest>(HttpMethods.Post, Path, CreateAsync).Needs(Permissions.WorkflowEdit)
            .Says(Feature, "Make a workflow", "Its statuses are added one by one.").Answers<WorkflowModel>(StatusCodes.Status201Created);
        routes.MapCall(HttpMethods.Get, Path + "/{workflowId}", GetAsync).NeedsKey()
            .Says(Feature, "A workflow, whole", "Its ETag is the version.").Answers<WorkflowModel>();
        routes.MapCall<PatchWorkflowRequest>(HttpMethods.Patch, Path + "/{workflowId}", ChangeAsync).Needs(Permissions.WorkflowEdit)
            .Says(Feature, "Change a workflow").Answers<WorkflowModel>();
        routes.MapCall(HttpMethods.Delete, Path + "/{workflowId}", ArchiveAsync).Needs(Permissions.WorkflowEdit)
            .Says(Feature, "Archive a workflow", "422 while a lead stands in it.").Answers(StatusCodes.Status204NoContent, "Archived.");
    }

    static async Task<IResult> ListAsync(Call call)
    {
        var page = Paging.Read(call);
        if (!page.Ok) return Answers.Refused(page.Refusal);
        var documents = await call.DocumentsAsync();
        var all = documents.Workflows.Values.Where(w => !w.Archived || call.Query.Get(Archived) == true);
        return Answers.Ok(Paging.Of(all, w => w.Id, page.Value).ToPage(call, WorkflowMapping.ToModel));
    }

    static async Task<IResult> CreateAsync(Call call, CreateWorkflowRequest body)
    {
        var draft = WorkflowMapping.Read(body);
        if (!draft.Ok) return Answers.Refused(draft.Refusal);
        var request = call.ToRequest();
        var made = await call.Workflow(GrainKeys.MadeBy(request)).CreateAsync(request, draft.Value);
        return Answers.Of(made, w => Answers.Created($"{Path}/{w.Id}", WorkflowMapping.ToModel(w), w.Version));
    }

    static async Task<IResult> GetAsync(Call call)
    {
        var workflows = (await call.DocumentsAsync()).Workflows;
        return workflows.TryGetValue(call.Id("workflowId"), out var workflow)
            ? Answers.Ok(WorkflowMapping.ToModel(workflow), workflow.Version)
            : Answers.Refused(Refusal.NotFound("workflow", Quote.Of(call.Id("workflowId"))));
    }

    static Task<IResult> ChangeAsync(Call call, PatchWorkflowRequest body) => Answers.DoAsync(
        WorkflowMapping.Read(body),
        patch => call.Workflow(call.Id("workflowId")).ChangeAsync(call.ToRequest(), patch, call.IfMatch),
        w => Answers.Ok(WorkflowMapping.ToModel(w), w.Version));

    static async Task<IResult> ArchiveAsync(Call call) =>
        Answers.Of(await call.Workflow(call.Id("workflowId")).ArchiveAsync(call.ToRequest(), call.IfMatch), _ => Answers.NoContent());
}
