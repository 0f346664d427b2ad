using System.Globalization;
using DncActors.Client.Paging;
using DncActors.Client.Workflows;
using DncActors.Domain.Ledger;
using DncActors.Domain.Outcomes;
using DncActors.Domain.Paging;
using DncActors.Domain.People;
using DncActors.Domain.Workflows;
using DncActors.Gateway.Access;
using DncActors.Gateway.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DncActors.Gateway.Workflows;

/// <summary>Every version of a workflow that was ever published: what an execution names stays readable.</summary>
static class VersionEndpoints
{
    const string Path = "/v1/workflows/{workflowId}/versions";

    internal static void MapWorkflowVersions(this IEndpointRouteBuilder routes)
    {
        routes.MapCall(HttpMethods.Get, Path, ListAsync).NeedsKey()
            .Says(
                WorkflowEndpoints.Feature,
                "All versions of a workflow",
                "Newest first, with who published each, when, and what they changed.",
                Paging.Limit,
                Paging.Cursor)
            .Answers<Page<WorkflowVersionModel>>();
        routes.MapCall(HttpMethods.Get, Path + "/{version}", GetAsync).NeedsKey()
            .Says(WorkflowEndpoints.Feature, "One version of a workflow", "As it was published.").Answers<WorkflowModel>();
        routes.MapCall(HttpMethods.Post, Path + "/{version}/restore", RestoreAsync).Needs(Permissions.WorkflowEdit)
            .Says(
                WorkflowEndpoints.Feature,
                "Restore a version of a workflow",
                "Publishes it anew, as another version; statuses that came later are archived. 422 where what it refers to is gone, and while leads stand in a "
                    + "status that would go, or restrict other channels.")
            .Answers<WorkflowModel>();
    }

    static async Task<IResult> ListAsync(Call call)
    {
        var page = Paging.Read(call);
        if (!page.Ok) return Answers.Refused(page.Refusal);
        if (Missing(call, await call.DocumentsAsync()) is { } missing) return missing;
        var (limit, cursor) = page.Value;
        long? below = cursor is null ? null : long.Parse(cursor, CultureInfo.InvariantCulture);
        var found = await call.Ask<IDocumentStore>().ReadVersionsAsync(
            call.Access.Organization, DocumentKind.Workflow, call.Id("workflowId"), below, limit + 1, call.Cancellation);
        var next = found.Length > limit ? found[limit - 1].Document.Version.ToString(CultureInfo.InvariantCulture) : null;
        var documents = await call.DocumentsAsync();
        // Each with the one before; only the first of all has none.
        var told = found.Take(limit).Select((version, i) => ToModel(version, i + 1 < found.Length ? found[i + 1] : null, documents));
        return Answers.Ok(new PageOf<WorkflowVersionModel>([.. told], next).ToPage(call, model => model));
    }

    static async Task<IResult> GetAsync(Call call)
    {
        if (Missing(call, await call.DocumentsAsync()) is { } missing) return missing;
        var sent = call.Id("version");
        var document = long.TryParse(sent, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? await call.Ask<IDocumentStore>().ReadVersionAsync(
                call.Access.Organization, DocumentKind.Workflow, call.Id("workflowId"), version, call.Cancellation)
            : null;
        return document is Workflow workflow
            ? Answers.Ok(WorkflowMapping.ToModel(workflow), workflow.Version)
            : Answers.Refused(Refusal.NotFound("version", Quote.Of(sent)));
    }

    static IResult? Missing(Call call, Domain.Organizations.OrganizationDocuments documents) => documents.Workflows.ContainsKey(call.Id("workflowId"))
        ? null
        : Answers.Refused(Refusal.NotFound("workflow", Quote.Of(call.Id("workflowId"))));

    static async Task<IResult> RestoreAsync(Call call)
    {
        var sent = call.Id("version");
        if (!long.TryParse(sent, NumberStyles.None, CultureInfo.InvariantCulture, out var version))
            return Answers.Refused(Refusal.NotFound("version", Quote.Of(sent)));
        var restored = await call.Workflow(call.Id("workflowId")).RestoreAsync(call.ToRequest(), version, call.IfMatch);
        return Answers.Of(restored, w => Answers.Ok(WorkflowMapping.ToModel(w), w.Version));
    }

    static WorkflowVersionModel ToModel(DocumentVersion version, DocumentVersion? before, Domain.Organizations.OrganizationDocuments documents) => new()
    {
        Changes = [.. WorkflowDifferenceRules.Compare((Workflow?)before?.Document, (Workflow)version.Document, documents).Select(ToModel)],
        Version = version.Document.Version,
        At = version.At,
        By = version.By,
        Workflow = WorkflowMapping.ToModel((Workflow)version.Document),
    };

    static WorkflowChangeModel ToModel(WorkflowDifference difference) => new()
    {
        Text = difference.Text,
        Field = difference.Field,
        StatusId = difference.StatusId,
        ActionId = difference.ActionId,
        Before = difference.Before,
        After = difference.After,
    };
}
