using DncActors.Client.ContactPoints;
using DncActors.Client.Workflows;

namespace DncActors.Console.Workflows;

/// <summary>An action while it is edited.</summary>
public sealed class ActionDraft
{
    public string Name { get; set; } = "";
    public string Category { get; set; } = "";
    public bool Enabled { get; set; } = true;
    public IReadOnlyCollection<string> Roles { get; set; } = [];
    public List<OperationDraft> Operations { get; } = [];

    public static ActionDraft From(string name, string category, bool enabled, IReadOnlyList<string> roles, IReadOnlyList<OperationModel> operations)
    {
        var draft = new ActionDraft { Name = name, Category = category, Enabled = enabled, Roles = [.. roles] };
        draft.Operations.AddRange(operations.Select(OperationDraft.From));
        return draft;
    }

    /// <summary>What most organizations need first: on the list on every channel, and off to the status for it where there is one.</summary>
    public static ActionDraft DoNotContact(WorkflowModel? workflow)
    {
        var draft = new ActionDraft { Name = "Do Not Contact", Category = "Compliance" };
        draft.Operations.Add(new()
        {
            Type = OperationTypes.AddToDoNotContact,
            Channels = [.. ChannelNames.All],
            Reason = "The person asked not to be contacted",
        });
        var dead = workflow?.Statuses.Where(status => status is { Enabled: true, Archived: false, SystemStatus: SystemStatusNames.Dead })
            .MaxBy(status => status.RestrictsContact.Count);
        if (dead is not null) draft.Operations.Add(new() { Type = OperationTypes.MoveToStatus, WorkflowId = workflow!.Id, StatusId = dead.Id });
        return draft;
    }

    public ActionRequest ToRequest() => new()
    {
        Name = Name.Trim(),
        Category = Category.Trim(),
        Enabled = Enabled,
        AllowedRoles = [.. Roles],
        Operations = [.. Operations.Select(operation => operation.ToModel())],
    };

    /// <summary>What to write before it is worth asking the service.</summary>
    public string? WhyNot() => string.IsNullOrWhiteSpace(Name) ? "Give the action the name that agents will see."
        : string.IsNullOrWhiteSpace(Category) ? "Give the action a category, such as Compliance."
        : Operations.Count == 0 ? "Add at least one operation: what the action does."
        : Operations.Exists(operation => IsDnc(operation) && operation.Channels.Count == 0) ? "Choose at least one channel."
        : Operations.Exists(operation => operation is { Type: OperationTypes.MoveToStatus, StatusId: null }) ? "Choose the status to move to."
        : null;

    static bool IsDnc(OperationDraft operation) => operation.Type is OperationTypes.AddToDoNotContact or OperationTypes.RemoveFromDoNotContact;
}
