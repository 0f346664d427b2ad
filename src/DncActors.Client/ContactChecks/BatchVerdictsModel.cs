namespace DncActors.Client.ContactChecks;

/// <summary>The answer of a batch: a word for each contact point.</summary>
public sealed record BatchVerdictsModel
{
    public required DateTimeOffset CheckedAt { get; init; }

    /// <summary>The sequence of the log that the answer is up to.</summary>
    public required long AsOf { get; init; }

    public required int Allowed { get; init; }
    public required int Blocked { get; init; }
    public required int Invalid { get; init; }

    /// <summary>Of <see cref="VerdictNames"/>, in the order of the request.</summary>
    public required IReadOnlyList<string> Verdicts { get; init; }
}
