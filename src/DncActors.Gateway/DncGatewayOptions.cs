using DncActors.Gateway.Admission;

namespace DncActors.Gateway;

/// <summary>What a host may set of the HTTP side. All of it is validated at the start.</summary>
public sealed class DncGatewayOptions
{
    /// <summary>The most that <see cref="OrganizationLabels"/> may be: ten times as many series of keys are still read in a moment.</summary>
    public const int MostOrganizationLabels = 100;

    /// <summary>The most bytes of an ordinary request body. Default: 1 MiB.</summary>
    public long MaxBodyBytes { get; set; } = 1 << 20;

    /// <summary>The most bytes of a batch of contact checks. Default: 16 MiB, which 100,000 contact points fit in.</summary>
    public long MaxBatchBytes { get; set; } = 16 << 20;

    /// <summary>How long the body of a request that is no stream may take to arrive. Default: 30 seconds.</summary>
    public TimeSpan BodyTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long the body of an import or a scrub, which may be of any length, may stand still; and how long a scrub's answer may not be taken. Default: 15
    /// seconds.
    /// </summary>
    public TimeSpan StreamTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>The slowest that a body may arrive, in bytes a second on the average, after five seconds' grace. Default: 240.</summary>
    public double MinBodyBytesPerSecond { get; set; } = 240;

    /// <summary>Streams, of events and of checks, and scrubs that one key may hold open on this node. A scrub takes 3 to 5 MiB. Default: 32.</summary>
    public int MaxStreamsPerKey { get; set; } = 32;

    /// <summary>How often a stream without news sends a comment, so that proxies keep it open and a dead client is noticed. Default: 15 seconds.</summary>
    public TimeSpan Heartbeat { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// How long a lead's own grain may take before this node does what was asked by itself. Default: none, because in a process that is alone nobody else can
    /// be slow.
    /// </summary>
    public TimeSpan? LeadPatience { get; set; }

    /// <summary>How long a blocked contact point may wait for the story behind its block before it is answered without. Default: 1 second.</summary>
    public TimeSpan ExplainTimeout { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How many requests are worked on at a time, and how many wait.</summary>
    public AdmissionOptions Admission { get; set; } = new();

    /// <summary>
    /// Of how many organizations the metrics tell the id, and the ids of ten keys of each; the others are counted as one. Default: 0, nobody is named.
    /// </summary>
    public int OrganizationLabels { get; set; }

    /// <summary>What each key may ask for in a second. Default: as much as it likes.</summary>
    public RateLimitOptions RateLimits { get; set; } = new();
}
