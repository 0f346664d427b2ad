namespace DncActors.Client.Leads;

/// <summary>Body of <c>POST /v1/leads/{id}/actions/{actionId}/executions</c>; may be left out.</summary>
public sealed record ExecuteActionRequest
{
    /// <summary>What the agent has to say about it.</summary>
    public string? Note { get; init; }

    /// <summary>Required by actions that remove from the Do Not Contact list: where the person's wish can be found.</summary>
    public string? Evidence { get; init; }

    /// <summary>When the person said so, if not now. Default: now.</summary>
    public DateTimeOffset? OccurredAt { get; init; }
}
