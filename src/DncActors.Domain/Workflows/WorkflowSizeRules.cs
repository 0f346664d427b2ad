using System.Collections.Immutable;
using System.Text;

namespace DncActors.Domain.Workflows;

/// <summary>About how many bytes a workflow takes when it is stored and sent: its texts, and a fixed amount for each thing in it.</summary>
public static class WorkflowSizeRules
{
    const int BytesOfAThing = 160;

    public static int Bytes(Workflow workflow) => BytesOfAThing + Text(workflow.Name) + workflow.Statuses.Sum(Bytes);

    static int Bytes(Status status) => BytesOfAThing + Text(status.Name) + Texts(status.AllowedRoles) + status.Actions.Sum(Bytes);

    static int Bytes(WorkflowAction action) =>
        BytesOfAThing + Text(action.Name) + Text(action.Category) + Texts(action.AllowedRoles) + action.Operations.Sum(Bytes);

    static int Bytes(Operation operation) => BytesOfAThing + operation switch
    {
        AddToDoNotContact add => Text(add.Reason),
        MoveToStatus move => Text(move.WorkflowId) + Text(move.StatusId),
        NotifyUserGroups notify => Texts(notify.UserGroupIds),
        _ => 0,
    };

    static int Texts(ImmutableArray<string> texts) => texts.Sum(Text);

    static int Text(string text) => Encoding.UTF8.GetByteCount(text) + 3;
}
