namespace DncActors.Domain.Registry;

/// <summary>How large an entry, and what is said of it, may become.</summary>
public static class EntryLimits
{
    public const int MaxReasonLength = 500;

    public const int MaxEvidenceLength = 4_000;

    /// <summary>Entries of one commit of an import.</summary>
    public const int MaxEntriesInACommit = 500;

    /// <summary>Reasons that a verdict names.</summary>
    public const int MaxReasons = 20;
}
