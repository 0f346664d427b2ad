namespace DncActors.Client.ContactChecks;

/// <summary>May this contact point be reached by this channel now?</summary>
public sealed record VerdictModel
{
    /// <summary>As it was read; as it was typed when it cannot be read.</summary>
    public required string ContactPoint { get; init; }

    public required string Channel { get; init; }

    /// <summary>True only for the verdict <c>allowed</c>.</summary>
    public required bool Allowed { get; init; }

    /// <summary>One of <see cref="VerdictNames"/>.</summary>
    public required string Verdict { get; init; }

    /// <summary>Everything that blocks it; empty when allowed.</summary>
    public required IReadOnlyList<VerdictReasonModel> Reasons { get; init; }

    public required DateTimeOffset CheckedAt { get; init; }

    /// <summary>The sequence of the log that the answer is up to.</summary>
    public required long AsOf { get; init; }
}
