using System.Text.Json.Serialization;

namespace DncActors.Client.People;

/// <summary>A group of users that is told what happens to its leads.</summary>
public sealed record UserGroupModel
{
    public required string Id { get; init; }
    public required string Name { get; init; }

    /// <summary>The record types whose workflows concern it; empty for all.</summary>
    public required IReadOnlyList<string> RecordTypes { get; init; }

    /// <summary>One higher with each change; also the <c>ETag</c>.</summary>
    public required long Version { get; init; }

    /// <summary>How far it follows each workflow; only in the answer of <c>GET /v1/user-groups/{g}</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<UserGroupWorkflowModel>? Workflows { get; init; }
}
