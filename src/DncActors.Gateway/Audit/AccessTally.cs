namespace DncActors.Gateway.Audit;

/// <summary>How often, since the last record of it.</summary>
sealed class AccessTally
{
    /// <summary>It is not to be recorded again before this moment.</summary>
    internal TimeSpan NotBefore { get; set; }

    internal DateTimeOffset First { get; private set; }

    internal DateTimeOffset Last { get; private set; }

    internal long Requests { get; private set; }

    internal long Items { get; private set; }

    internal void Count(DateTimeOffset at, long items)
    {
        if (Requests == 0) First = at;
        Last = at;
        Requests++;
        Items += items;
    }

    internal void Clear() => (Requests, Items) = (0, 0);
}
