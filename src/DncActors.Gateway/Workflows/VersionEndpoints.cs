using System.Globalization;
using DncActors.Client.Paging;
using DncActors.Client.Workflows;
using DncActors.Domain.Ledger;
using DncActors.Domain.Outcomes;
using DncActors.Domain.Paging;
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
            .Says(WorkflowEndpoints.Feature, "All versions of a workflow", "Newest first, with who published each, and when.", Paging.Limit, Paging.Cursor)
            .Answers<Page<WorkflowVersionModel>>();
        routes.MapCall(HttpMethods.Get, Path + "/{version}", GetAsync).NeedsKey()
            .Says(WorkflowEndpoints.Feature, "One version of a workflow", "As it was published.").Answers<WorkflowModel>();
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
        return Answers.Ok(new PageOf<DocumentVersion>([.. found.Take(limit)], next).ToPage(call, ToModel));
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

    static WorkflowVersionModel ToModel(DocumentVersion version) => new()
    {
        Version = version.Document.Version,
        At = version.At,
        By = version.By,
        Workflow = WorkflowMapping.ToModel((Workflow)version.Document),
    };
}
