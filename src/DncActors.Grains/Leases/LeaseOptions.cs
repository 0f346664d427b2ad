namespace DncActors.Grains.Leases;

/// <summary>The leases under which the nodes of a cluster answer "allowed". The same on every node.</summary>
public sealed record LeaseOptions
{
    /// <summary>
    /// How long a node answers after it asked for the last renewal that it got. A node that dies delays acknowledgements by this, once. Default: 3 s.
    /// </summary>
    public TimeSpan Length { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How often a node renews its lease, and a writer asks again whom it waits for. At most a quarter of the length. Default: 250 ms.</summary>
    public TimeSpan RenewEvery { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>How long a node may leave a commit unconfirmed before its lease is revoked. Default: 1 s.</summary>
    public TimeSpan PushPatience { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>By which part of a time the clocks of two machines may differ in measuring it. Default: 0.1.</summary>
    public double DriftMargin { get; init; } = 0.1;
}
