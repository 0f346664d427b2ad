using DncActors.Client.Paging;
using DncActors.Client.Workflows;
using DncActors.Domain.People;
using DncActors.Domain.Workflows;
using DncActors.Gateway.Access;
using DncActors.Gateway.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DncActors.Gateway.Workflows;

/// <summary>Actions kept aside, to be applied to many statuses at once.</summary>
static class TemplateEndpoints
{
    const string Feature = "Action templates";
    const string Path = "/v1/action-templates";

    internal static void MapTemplates(this IEndpointRouteBuilder routes)
    {
        routes.MapCall(HttpMethods.Get, Path, ListAsync).NeedsKey()
            .Says(Feature, "All templates", "By id.", Paging.Limit, Paging.Cursor).Answers<Page<TemplateModel>>();
        routes.MapCall<TemplateRequest>(HttpMethods.Post, Path, CreateAsync).Needs(Permissions.WorkflowEdit)
            .Says(Feature, "Make a template").Answers<TemplateModel>(StatusCodes.Status201Created);
        routes.MapCall(HttpMethods.Get, Path + "/{templateId}", GetAsync).NeedsKey().Says(Feature, "A template").Answers<TemplateModel>();
        routes.MapCall<TemplateRequest>(HttpMethods.Put, Path + "/{templateId}", ReplaceAsync).Needs(Permissions.WorkflowEdit)
            .Says(Feature, "Change a template, as a whole", "What it was applied to stays as it is.").Answers<TemplateModel>();
        routes.MapCall(HttpMethods.Delete, Path + "/{templateId}", ArchiveAsync).Needs(Permissions.WorkflowEdit)
            .Says(Feature, "Remove a template", "What it was applied to keeps its action.").Answers(StatusCodes.Status204NoContent, "Removed.");
        routes.MapCall<ApplyTemplateRequest>(HttpMethods.Post, Path + "/{templateId}/applications", ApplyAsync).Needs(Permissions.WorkflowEdit)
            .Says(
                Feature,
                "Apply a template to statuses",
                "All or none, by the rules of a copy; an action of that name is replaced, not doubled. A dry run tells of every target.",
                Placements.DryRun)
            .Answers<ActionPlacementsModel>(StatusCodes.Status201Created).Answers<ActionPlacementsModel>(StatusCodes.Status200OK, "What a dry run would do.");
    }

    static Task<IResult> ListAsync(Call call) => DocumentCalls.ListAsync(call, d => d.Templates, TemplateMapping.ToModel);

    static Task<IResult> CreateAsync(Call call, TemplateRequest body) => Answers.DoAsync(
        TemplateMapping.Read(body),
        draft => call.Organization().AddTemplateAsync(call.ToRequest(), draft),
        t => Answers.Created($"{Path}/{t.Id}", TemplateMapping.ToModel(t), t.Version));

    static Task<IResult> GetAsync(Call call) =>
        DocumentCalls.GetAsync(call, d => d.Templates, "action template", call.Id("templateId"), TemplateMapping.ToModel);

    static Task<IResult> ReplaceAsync(Call call, TemplateRequest body) => Answers.DoAsync(
        TemplateMapping.Read(body),
        draft => call.Organization().ReplaceTemplateAsync(call.ToRequest(), call.Id("templateId"), draft, call.IfMatch),
        t => Answers.Ok(TemplateMapping.ToModel(t), t.Version));

    static async Task<IResult> ArchiveAsync(Call call) =>
        Answers.Of(await call.Organization().ArchiveTemplateAsync(call.ToRequest(), call.Id("templateId"), call.IfMatch), _ => Answers.NoContent());

    static async Task<IResult> ApplyAsync(Call call, ApplyTemplateRequest body)
    {
        var targets = ActionMapping.ReadTargets(body.Targets);
        if (targets.Refusal is { } refusal) return Answers.Refused(refusal);
        var templateId = call.Id("templateId");
        if (Placements.IsDryRun(call, body.DryRun)) return await Placements.PreviewAsync(call, d => TemplateRules.Preview(d, templateId, targets.Value));
        return await Placements.SayAsync(
            call, await call.Organization().ApplyTemplateAsync(call.ToRequest(), templateId, targets.Value, dryRun: false));
    }
}
