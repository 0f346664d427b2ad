namespace DncActors.Grains.Leases;

/// <summary>A row as a writer knows it.</summary>
sealed class AwaitedRow(string node, string address, long epoch)
{
    public string Node { get; } = node;

    public string Address { get; } = address;

    public long Epoch { get; } = epoch;

    /// <summary>The node has applied the log up to here, or will before it answers anything under this epoch.</summary>
    public long Passed { get; set; }

    /// <summary>No renewal went through since then, on this process's clock. Null: not revoked as far as is known.</summary>
    public TimeSpan? RevokedAt { get; set; }

    public bool Revoking { get; set; }

    /// <summary>When it is asked again how far it is.</summary>
    public TimeSpan AskAt { get; set; }

    /// <summary>What it is waited for to pass before patience with it is over; 0: nothing.</summary>
    public long Mark { get; set; }

    /// <summary>Since when it is waited for, on the clock that stands still while this process does.</summary>
    public TimeSpan MarkedAt { get; set; }
}
