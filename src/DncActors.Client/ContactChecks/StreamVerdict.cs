namespace DncActors.Client.ContactChecks;

/// <summary>The verdict of a check that was asked on a <see cref="ContactCheckStream"/>. Without a value it is unsure, which is not allowed.</summary>
/// <param name="Id">The question's number on its stream.</param>
/// <param name="Word">One of <see cref="VerdictNames"/>, or <see cref="Unsure"/>; null where nobody said anything.</param>
/// <param name="Code">Why it is not allowed, in a word: <see cref="VerdictReasonCodes.DncEntry"/>, <c>unreadable</c>, <c>unsure</c>; more may come. Empty where
/// it is allowed.</param>
/// <param name="AsOf">The sequence in the log that the answer is up to.</param>
/// <param name="CheckedAt">When it was judged; null where the node could not say.</param>
public readonly record struct StreamVerdict(ulong Id, string? Word, string? Code, long AsOf, DateTimeOffset? CheckedAt)
{
    /// <summary>The node could not prove that it is up to date: not allowed. Ask again, or another node.</summary>
    public const string Unsure = "unsure";

    /// <summary>The only answer that lets anybody be contacted.</summary>
    public bool Allowed => Word == VerdictNames.Allowed;
}
