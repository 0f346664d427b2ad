using DncActors.Domain.ContactPoints;
using DncActors.Domain.Organizations;

namespace DncActors.Domain.Workflows;

/// <summary>What an action does, in words.</summary>
static class OperationText
{
    /// <param name="names">Where the names of what it refers to are found.</param>
    public static string Of(WorkflowAction action, OrganizationDocuments names) => string.Join("; ", action.Operations.Select(o => Of(o, names)));

    static string Of(Operation operation, OrganizationDocuments names) => operation switch
    {
        AddToDoNotContact add =>
            $"put {(add.ContactPoints == ContactPointSelection.All ? "all contact points" : "the primary contact points")} on the Do Not Contact list for "
            + $"{ChannelText.List(add.Channels)}{(add.ExpiresAfterDays is { } days ? $", for {days} days" : "")} ({add.Reason})",
        MoveToStatus move => $"move to {Place(move, names)}",
        RemoveFromDoNotContact remove =>
            $"take off the Do Not Contact list for {ChannelText.List(remove.Channels)}{(remove.RequiresEvidence ? ", with evidence" : "")}",
        NotifyUserGroups { All: true } => "tell all user groups",
        NotifyUserGroups notify =>
            $"tell {string.Join(", ", notify.UserGroupIds.Select(g => names.UserGroups.TryGetValue(g, out var group) ? group.Name : g))}",
        _ => operation.GetType().Name,
    };

    static string Place(MoveToStatus move, OrganizationDocuments names) =>
        names.Workflows.TryGetValue(move.WorkflowId, out var workflow) && workflow.Find(move.StatusId) is { } status
            ? $"'{status.Name}' of '{workflow.Name}'"
            : $"{move.WorkflowId}/{move.StatusId}";
}
