using DncActors.Client.Workflows;

namespace DncActors.Console.Workflows;

/// <summary>One step of an action while it is edited.</summary>
public sealed class OperationDraft
{
    public required string Type { get; init; }

    /// <summary>One of a kind that this console does not know: kept as it came.</summary>
    public OperationModel? Unknown { get; private init; }

    public IReadOnlyList<string> Channels { get; set; } = [];
    public bool OnlyPrimary { get; set; }
    public string? Reason { get; set; }
    public int? ExpiresAfterDays { get; set; }
    public string? WorkflowId { get; set; }
    public string? StatusId { get; set; }
    public bool RequiresEvidence { get; set; } = true;
    public bool EveryGroup { get; set; }
    public IReadOnlyCollection<string> Groups { get; set; } = [];

    public static OperationDraft From(OperationModel operation) => operation switch
    {
        AddToDoNotContactModel add => new()
        {
            Type = add.Type,
            Channels = Known(add.Channels),
            OnlyPrimary = add.ContactPoints == ContactPointScopeNames.Primary,
            Reason = add.Reason,
            ExpiresAfterDays = add.ExpiresAfterDays,
        },
        MoveToStatusModel move => new() { Type = move.Type, WorkflowId = move.WorkflowId, StatusId = move.StatusId },
        RemoveFromDoNotContactModel remove => new()
        {
            Type = remove.Type,
            Channels = Known(remove.Channels),
            RequiresEvidence = remove.RequiresEvidence ?? true,
        },
        NotifyUserGroupsModel notify => new()
        {
            Type = notify.Type,
            EveryGroup = notify.UserGroupIds?.EveryGroup == true,
            Groups = Known(notify.UserGroupIds?.Ids),
        },
        _ => new() { Type = operation.Type, Unknown = operation },
    };

    public OperationModel ToModel() => Type switch
    {
        _ when Unknown is not null => Unknown,
        OperationTypes.AddToDoNotContact => new AddToDoNotContactModel
        {
            Channels = Channels,
            ContactPoints = OnlyPrimary ? ContactPointScopeNames.Primary : ContactPointScopeNames.All,
            Reason = string.IsNullOrWhiteSpace(Reason) ? null : Reason.Trim(),
            ExpiresAfterDays = ExpiresAfterDays,
        },
        OperationTypes.MoveToStatus => new MoveToStatusModel { WorkflowId = WorkflowId, StatusId = StatusId },
        OperationTypes.RemoveFromDoNotContact => new RemoveFromDoNotContactModel { Channels = Channels, RequiresEvidence = RequiresEvidence },
        _ => new NotifyUserGroupsModel { UserGroupIds = EveryGroup ? UserGroupSelection.All : UserGroupSelection.Of([.. Groups]) },
    };

    static string[] Known(IReadOnlyList<string?>? values) => [.. (values ?? []).OfType<string>()];
}
