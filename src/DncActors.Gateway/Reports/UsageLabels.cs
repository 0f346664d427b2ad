using DncActors.Domain.Organizations;
using DncActors.Domain.Reports;
using DncActors.Domain.Workflows;

namespace DncActors.Gateway.Reports;

/// <summary>What people call the rows of the usage report. Documents that are archived have their names still.</summary>
static class UsageLabels
{
    const string Key = "key:";

    internal static string Of(ActionUsageRow row, ActionUsageGroup by, OrganizationDocuments documents) => by switch
    {
        ActionUsageGroup.Status => OfStatus(row.Key, documents),
        ActionUsageGroup.User => OfActor(row.Key, documents),
        _ => row.Label,
    };

    static string OfStatus(string key, OrganizationDocuments documents) =>
        key.Split('/') is [var workflowId, var statusId]
        && documents.Workflows.TryGetValue(workflowId, out var workflow)
        && documents.FindStatus(new StatusRef(workflowId, statusId)) is { } status
            ? $"{workflow.Name} / {status.Name}"
            : key;

    static string OfActor(string actor, OrganizationDocuments documents)
    {
        if (documents.Users.TryGetValue(actor, out var user)) return user.Name;
        return actor.StartsWith(Key, StringComparison.Ordinal) && documents.ApiKeys.TryGetValue(actor[Key.Length..], out var key) ? key.Name : actor;
    }
}
