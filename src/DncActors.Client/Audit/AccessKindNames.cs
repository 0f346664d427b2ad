namespace DncActors.Client.Audit;

/// <summary>What somebody did who changed nothing, as the audit of access names it.</summary>
public static class AccessKindNames
{
    /// <summary>Searched the Do Not Contact list.</summary>
    public const string EntriesSearched = "entries.searched";

    /// <summary>Read an entry by its id.</summary>
    public const string EntryRead = "entry.read";

    /// <summary>Exported entries.</summary>
    public const string EntriesExported = "entries.exported";

    /// <summary>Polled the list's changes, or opened their stream.</summary>
    public const string EntriesFollowed = "entries.followed";

    /// <summary>Had a file of contact points checked.</summary>
    public const string FileScrubbed = "file.scrubbed";

    /// <summary>Was not known.</summary>
    public const string SignInFailed = "signIn.failed";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
        [EntriesSearched, EntryRead, EntriesExported, EntriesFollowed, FileScrubbed, SignInFailed];
}
