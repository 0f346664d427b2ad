namespace DncActors.Client.Registry;

/// <summary>Body of <c>POST /v1/dnc/entries</c>: a phone or an email.</summary>
public sealed record AddEntryRequest
{
    public string? Phone { get; init; }
    public string? Email { get; init; }

    /// <summary>Required, at least one that the contact point has.</summary>
    public IReadOnlyList<string?>? Channels { get; init; }

    /// <summary>Required: why, for people.</summary>
    public string? Reason { get; init; }

    /// <summary>In the future. Default: never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary><c>manual</c> or <c>optOut</c>. Default: <c>manual</c>.</summary>
    public string? Source { get; init; }

    /// <summary>The two-letter region in which a national phone is read. Default: the organization's.</summary>
    public string? Region { get; init; }
}
