namespace DncActors.Domain.Audit;

/// <summary>What somebody did who changed nothing. The numbers are kept.</summary>
public enum AccessKind : byte
{
    /// <summary>Searched the list.</summary>
    EntriesSearched = 0,

    /// <summary>Read an entry by its id.</summary>
    EntryRead = 1,

    /// <summary>Exported the list, or what of it matched.</summary>
    EntriesExported = 2,

    /// <summary>Polled the list's changes, or opened their stream.</summary>
    EntriesFollowed = 3,

    /// <summary>Had a file of contact points checked.</summary>
    FileScrubbed = 4,

    /// <summary>Was not known.</summary>
    SignInFailed = 5,
}
