using System.Text.Json.Serialization;
using DncActors.Client.Json;

namespace DncActors.Client.Workflows;

/// <summary>Body of <c>PATCH /v1/workflows/{w}/statuses/{s}</c>: only what is sent changes.</summary>
public sealed record PatchStatusRequest
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> Name { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> SystemStatus { get; init; }

    /// <summary>Channels. Changed where leads stand, the answer is 202 and a job.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<IReadOnlyList<string?>?> RestrictsContact { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<IReadOnlyList<string?>?> AllowedRoles { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<bool?> Enabled { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<int?> Order { get; init; }
}
