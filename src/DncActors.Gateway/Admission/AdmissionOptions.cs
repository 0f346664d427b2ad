namespace DncActors.Gateway.Admission;

/// <summary>
/// How many requests this process works on at a time, and how many of each organization wait for that; what comes beyond is answered 503 at once. A single
/// contact check never waits.
/// </summary>
public sealed record AdmissionOptions
{
    /// <summary>
    /// Changes that are on their way to the ledger at a time: executions, entries, leads, documents. Fewer make whoever comes beside a flood wait less; more
    /// are needed where a commit has to reach other machines. Default: 96; 256 where the ledger is on PostgreSQL.
    /// </summary>
    public int ChangesAtOnce { get; init; } = 96;

    /// <summary>Changes of one organization that wait. Default: 1,024.</summary>
    public int ChangesWaiting { get; init; } = 1_024;

    /// <summary>Searches, reports, pages of the audit and of the entries' changes that are read at a time. Default: 8.</summary>
    public int ReadsAtOnce { get; init; } = 8;

    /// <summary>Such reads of one organization that wait. Default: 512.</summary>
    public int ReadsWaiting { get; init; } = 512;

    /// <summary>Batches of contact checks at a time, their bodies being read included; each holds its body in memory. Default: 16.</summary>
    public int BatchesAtOnce { get; init; } = 16;

    /// <summary>Batches of one organization that wait. Default: 512.</summary>
    public int BatchesWaiting { get; init; } = 512;

    /// <summary>Imports at a time, and exports at a time. None of them waits. Default: 32 each.</summary>
    public int StreamsAtOnce { get; init; } = 32;

    /// <summary>How long a request waits at most before it is answered 503. Default: 5 seconds.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(5);
}
