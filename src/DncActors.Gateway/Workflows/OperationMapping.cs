using DncActors.Client.Workflows;
using DncActors.Domain.Workflows;
using DncActors.Gateway.ContactChecks;
using DncActors.Gateway.Requests;

namespace DncActors.Gateway.Workflows;

/// <summary>Operations, to and from the wire.</summary>
static class OperationMapping
{
    /// <param name="actionName">What an entry's reason is where none was given.</param>
    internal static Operation Read(FieldReader fields, string field, OperationModel model, string actionName) => model switch
    {
        AddToDoNotContactModel add => new AddToDoNotContact(
            fields.ChannelSet($"{field}.channels", add.Channels),
            add.ContactPoints is null ? ContactPointSelection.All : fields.Word($"{field}.contactPoints", add.ContactPoints, WorkflowWords.Scopes),
            add.Reason ?? actionName,
            add.ExpiresAfterDays),
        MoveToStatusModel move =>
            new MoveToStatus(fields.Required($"{field}.workflowId", move.WorkflowId), fields.Required($"{field}.statusId", move.StatusId)),
        RemoveFromDoNotContactModel remove =>
            new RemoveFromDoNotContact(fields.ChannelSet($"{field}.channels", remove.Channels), remove.RequiresEvidence ?? true),
        NotifyUserGroupsModel notify => ReadNotify(fields, field, notify),
        _ => throw new ArgumentOutOfRangeException(nameof(model), model.Type, "No such operation."),
    };

    internal static OperationModel ToModel(Operation operation) => operation switch
    {
        AddToDoNotContact add => new AddToDoNotContactModel
        {
            Channels = ChannelWords.NamesOf(add.Channels),
            ContactPoints = WorkflowWords.Scopes.Of(add.ContactPoints),
            Reason = add.Reason,
            ExpiresAfterDays = add.ExpiresAfterDays,
        },
        MoveToStatus move => new MoveToStatusModel { WorkflowId = move.WorkflowId, StatusId = move.StatusId },
        RemoveFromDoNotContact remove =>
            new RemoveFromDoNotContactModel { Channels = ChannelWords.NamesOf(remove.Channels), RequiresEvidence = remove.RequiresEvidence },
        NotifyUserGroups notify =>
            new NotifyUserGroupsModel { UserGroupIds = notify.All ? UserGroupSelection.All : UserGroupSelection.Of([.. notify.UserGroupIds]) },
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation.GetType().Name, "No such operation."),
    };

    static NotifyUserGroups ReadNotify(FieldReader fields, string field, NotifyUserGroupsModel model)
    {
        if (model.UserGroupIds is null) fields.Wrong($"{field}.userGroupIds", "userGroupIds is missing: write a list of user group ids, or \"all\".");
        return new NotifyUserGroups(model.UserGroupIds?.EveryGroup ?? false, fields.Texts($"{field}.userGroupIds", model.UserGroupIds?.Ids));
    }
}
