using DncActors.Domain.ContactPoints;
using DncActors.Domain.Leads;
using DncActors.Domain.Organizations;
using DncActors.Domain.Workflows;
using DncActors.Gateway.Requests;
using DncActors.Gateway.Workflows;

namespace DncActors.Gateway.Leads;

/// <summary>What leads can be searched by.</summary>
static class LeadSearchParameters
{
    static readonly QueryParameter<string?> WorkflowId = Parameters.Id("workflowId", "Leads of this workflow.");
    static readonly QueryParameter<string?> StatusId = Parameters.Id("statusId", "Leads that stand in this status.");

    static readonly QueryParameter<SystemStatus?> System =
        Parameters.Word("systemStatus", "Leads that stand in a status of this system status.", WorkflowWords.SystemStatuses);

    static readonly QueryParameter<bool?> DoNotContact = Parameters.Flag(
        "doNotContact", "Leads that are flagged, by an execution or their status, or those that are not.");
    static readonly QueryParameter<string?> Text = Parameters.Text("q", "An id, the beginning of a word of the name, a phone or an email.", 250);
    static readonly QueryParameter<Guid?> ImportId = Parameters.Guid("importId", "Leads that came with this import.");

    internal static IReadOnlyList<QueryParameter> All { get; } = [WorkflowId, StatusId, System, DoNotContact, Text, ImportId];

    internal static LeadQuery Read(Call call, OrganizationDocuments documents)
    {
        var text = call.Query.Get(Text);
        return new LeadQuery(
            call.Query.Get(WorkflowId),
            call.Query.Get(StatusId),
            call.Query.Get(System) is { } system ? [.. StatusesOf(documents, status => status.SystemStatus == system)] : null,
            call.Query.Get(DoNotContact),
            text,
            text is null ? null : PointIn(text, call.Access.Region),
            call.Query.Get(ImportId),
            call.Now,
            call.Query.Get(DoNotContact) is null ? null : [.. StatusesOf(documents, status => status.RestrictsContact != Channels.None)]);
    }

    static IEnumerable<StatusRef> StatusesOf(OrganizationDocuments documents, Func<Status, bool> which) =>
        from workflow in documents.Workflows.Values
        from status in workflow.Statuses
        where which(status)
        select new StatusRef(workflow.Id, status.Id);

    static ContactPoint? PointIn(string text, string region)
    {
        var kind = text.Contains('@', StringComparison.Ordinal) ? ContactPointKind.Email : ContactPointKind.Phone;
        return ContactPointReader.TryRead(kind, text, region, out var point, out _) ? point : null;
    }
}
