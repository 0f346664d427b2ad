namespace DncActors.Client.Registry;

/// <summary>Body of <c>DELETE /v1/dnc/entries/{id}</c>.</summary>
public sealed record RevokeEntryRequest
{
    /// <summary>Required: why, for people.</summary>
    public string? Reason { get; init; }

    /// <summary>Required for an opt-out: where the person's new wish can be found.</summary>
    public string? Evidence { get; init; }
}
