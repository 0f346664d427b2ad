using System.Text.Json;
using DncActors.Client.ContactPoints;

namespace DncActors.Client.Leads;

/// <summary>A lead.</summary>
public sealed record LeadModel
{
    public required string Id { get; init; }
    public required string RecordType { get; init; }
    public required string WorkflowId { get; init; }

    /// <summary>Where it stands.</summary>
    public required string StatusId { get; init; }

    public string? Name { get; init; }
    public required IReadOnlyList<ContactPointModel> ContactPoints { get; init; }

    /// <summary>The ids of the groups that are told what happens to it.</summary>
    public required IReadOnlyList<string> UserGroups { get; init; }

    /// <summary>An object of the client's own, kept as it is; not read by any rule.</summary>
    public required JsonElement Attributes { get; init; }

    public required LeadDoNotContactModel DoNotContact { get; init; }

    /// <summary>One higher with each change of this lead; also the <c>ETag</c>.</summary>
    public required long Version { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Since when it stands in its status.</summary>
    public required DateTimeOffset StatusSince { get; init; }

    /// <summary>Who put it there.</summary>
    public required string StatusBy { get; init; }

    /// <summary>The import that brought it; null for none.</summary>
    public string? ImportId { get; init; }
}
