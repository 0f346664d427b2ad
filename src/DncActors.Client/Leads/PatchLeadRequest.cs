using System.Text.Json;
using System.Text.Json.Serialization;
using DncActors.Client.ContactPoints;
using DncActors.Client.Json;

namespace DncActors.Client.Leads;

/// <summary>Body of <c>PATCH /v1/leads/{id}</c>: only what is sent changes. A lead's status is changed by actions alone.</summary>
public sealed record PatchLeadRequest
{
    /// <summary>Null takes the name away.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> Name { get; init; }

    /// <summary>All that the lead shall have: what is not in the list is taken away. One that is new inherits the lead's block.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<IReadOnlyList<ContactPointRequest?>?> ContactPoints { get; init; }

    /// <summary>All that the lead shall have.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<IReadOnlyList<string?>?> UserGroups { get; init; }

    /// <summary>The whole object that the lead shall have; null for an empty one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<JsonElement?> Attributes { get; init; }
}
