namespace DncActors.Domain.Registry;

/// <summary>How large an entry, and what is said of it, may become.</summary>
public static class EntryLimits
{
    public const int MaxReasonLength = 500;

    public const int MaxEvidenceLength = 4_000;

    /// <summary>Entries of one commit of an import; whoever commits behind it waits for all of them.</summary>
    public const int MaxEntriesInACommit = 1_000;

    /// <summary>Entries that one commit revokes: each is written anew with the reason and the evidence.</summary>
    public const int MaxRevocationsInACommit = 500;

    /// <summary>Reasons that a verdict names.</summary>
    public const int MaxReasons = 20;
}
