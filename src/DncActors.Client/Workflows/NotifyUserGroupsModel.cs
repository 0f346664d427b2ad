using System.Text.Json.Serialization;

namespace DncActors.Client.Workflows;

/// <summary>Tells these user groups of the execution. An action without this operation tells the lead's own.</summary>
public sealed record NotifyUserGroupsModel : OperationModel
{
    [JsonPropertyOrder(-1)]
    public override string Type => OperationTypes.NotifyUserGroups;

    /// <summary>Required: ids, or all groups.</summary>
    public UserGroupSelection? UserGroupIds { get; init; }
}
