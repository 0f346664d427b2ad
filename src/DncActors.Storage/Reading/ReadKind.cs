namespace DncActors.Storage.Reading;

/// <summary>What is read, many at a time.</summary>
internal enum ReadKind
{
    /// <summary>A lead, with the commit of a request that may have been made before.</summary>
    Lead,

    /// <summary>A commit by its id.</summary>
    Commit,

    /// <summary>Entries by their contact points.</summary>
    Entries,
}
