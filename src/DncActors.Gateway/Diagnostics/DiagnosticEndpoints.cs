using System.Collections.Immutable;
using DncActors.Client.Diagnostics;
using DncActors.Client.Paging;
using DncActors.Contracts.Identity;
using DncActors.Contracts.UserGroups;
using DncActors.Domain.Diagnostics;
using DncActors.Domain.Leads;
using DncActors.Domain.Organizations;
using DncActors.Domain.Outcomes;
using DncActors.Domain.People;
using DncActors.Domain.Reports;
using DncActors.Domain.Workflows;
using DncActors.Gateway.Access;
using DncActors.Gateway.Registry;
using DncActors.Gateway.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DncActors.Gateway.Diagnostics;

/// <summary>Why is it as it is, and what would change it?</summary>
static class DiagnosticEndpoints
{
    const string Feature = "Diagnostics";

    static readonly QueryParameter<string?> UserId = Parameters.Id("userId", "The user that is asked about. Default: anybody who may execute actions.");
    static readonly QueryParameter<string?> ActionId = Parameters.Id("actionId", "The action that is asked about. Default: none.");
    static readonly QueryParameter<string?> TargetWorkflowId = Parameters.Id("targetWorkflowId", "Where the action is to be copied; with targetStatusId.");
    static readonly QueryParameter<string?> TargetStatusId = Parameters.Id("targetStatusId", "Where the action is to be copied; with targetWorkflowId.");

    internal static void MapDiagnostics(this IEndpointRouteBuilder routes)
    {
        routes.MapCall(HttpMethods.Get, "/v1/diagnostics/coverage", ReadCoverageAsync).Needs(Permissions.ReportRead)
            .Says(Feature, "What lets wishes for no contact get lost", "The workflows of the whole organization, read for gaps.", Paging.Limit, Paging.Cursor)
            .Answers<Page<CoverageFindingModel>>();
        routes.MapCall(HttpMethods.Get, "/v1/diagnostics/leads/{leadId}", ReadLeadAsync).Needs(Permissions.ReportRead)
            .Says(Feature, "Why a lead is, or is not, contactable, offered an action, seen in a report", null, UserId, ActionId)
            .Answers<LeadDiagnosticsModel>();
        routes.MapCall(HttpMethods.Get, "/v1/diagnostics/actions/{actionId}", ReadActionAsync).Needs(Permissions.ReportRead)
            .Says(Feature, "Why an action is not shown, not copied, not run", null, UserId, TargetWorkflowId, TargetStatusId).Answers<ActionDiagnosticsModel>();
    }

    static async Task<IResult> ReadCoverageAsync(Call call)
    {
        var page = Paging.Read(call);
        if (!page.Ok) return Answers.Refused(page.Refusal);
        var standing = await call.Ask<IReportStore>().CountLeadsAsync(call.Access.Organization, call.Now, call.Cancellation);
        var findings = CoverageRules.Check(await call.DocumentsAsync(), standing);
        return Answers.Ok(Paging.Slice(findings, page.Value).ToPage(call, DiagnosticMapping.ToModel));
    }

    static async Task<IResult> ReadLeadAsync(Call call)
    {
        var found = await call.Ask<ILeadStore>().LoadAsync(call.Access.Organization, call.Id("leadId"), null);
        if (found.State?.Lead is not { } lead) return Answers.Refused(Refusal.NotFound("lead", Quote.Of(call.Id("leadId"))));
        var documents = await call.DocumentsAsync();
        var userId = call.Query.Get(UserId);
        if (userId is not null && !documents.Users.ContainsKey(userId)) return Answers.Refused(Refusal.NotFound("user", Quote.Of(userId)));
        var person = userId is null ? null : ActingPersonRules.OfUser(userId, documents);
        var entries = await call.EntriesOfAsync(lead.ContactPoints.Select(p => p.Point));
        return Answers.Ok(DiagnosticMapping.ToModel(LeadDiagnosticsRules.Diagnose(lead, entries, documents, person, call.Query.Get(ActionId), call.Now)));
    }

    static async Task<IResult> ReadActionAsync(Call call)
    {
        var (workflowId, statusId) = (call.Query.Get(TargetWorkflowId), call.Query.Get(TargetStatusId));
        if ((workflowId is null) != (statusId is null))
        {
            return Answers.Refused(Refusal.Validation(new FieldError(
                workflowId is null ? TargetWorkflowId.Name : TargetStatusId.Name,
                "Write targetWorkflowId and targetStatusId, or neither: a target is a status of a workflow.")));
        }
        var documents = await call.DocumentsAsync();
        var diagnosis = ActionDiagnosticsRules.Diagnose(
            documents,
            call.Id("actionId"),
            call.Query.Get(UserId),
            workflowId is null ? null : new StatusRef(workflowId, statusId!),
            await ProgressAsync(call, documents));
        return Answers.Of(diagnosis, d => Answers.Ok(DiagnosticMapping.ToModel(d)));
    }

    /// <summary>How far the groups are that the action's workflow concerns.</summary>
    static async Task<ImmutableArray<GroupProgress>> ProgressAsync(Call call, OrganizationDocuments documents)
    {
        if (ActionDiagnosticsRules.GroupsOf(documents, call.Id("actionId")) is not var (workflowId, groups)) return [];
        return [.. await Task.WhenAll(groups.Select(ReadAsync))];

        async Task<GroupProgress> ReadAsync(string groupId)
        {
            var sync = await call.Ask<IGrainFactory>().GetGrain<IUserGroupGrain>(GrainKeys.Of(call.Access.Organization, groupId)).GetSyncAsync();
            return new GroupProgress(groupId, sync.Versions.GetValueOrDefault(workflowId));
        }
    }
}
