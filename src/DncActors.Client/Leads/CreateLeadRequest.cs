using System.Text.Json;
using DncActors.Client.ContactPoints;

namespace DncActors.Client.Leads;

/// <summary>Body of <c>POST /v1/leads</c>, and a line of a lead import.</summary>
public sealed record CreateLeadRequest
{
    /// <summary>Default: made. One that is taken is a 409.</summary>
    public string? Id { get; init; }

    /// <summary>Required: the workflow's.</summary>
    public string? RecordType { get; init; }

    /// <summary>Required.</summary>
    public string? WorkflowId { get; init; }

    /// <summary>Required: there and enabled.</summary>
    public string? StatusId { get; init; }

    /// <summary>Default: none.</summary>
    public IReadOnlyList<ContactPointRequest?>? ContactPoints { get; init; }

    /// <summary>User group ids. Default: none.</summary>
    public IReadOnlyList<string?>? UserGroups { get; init; }

    public string? Name { get; init; }

    /// <summary>An object of the client's own. Default: empty.</summary>
    public JsonElement? Attributes { get; init; }
}
