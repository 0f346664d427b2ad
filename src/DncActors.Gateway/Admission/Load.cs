namespace DncActors.Gateway.Admission;

/// <summary>What a request asks of this process, by which it is let in.</summary>
enum Load
{
    /// <summary>Answered from memory, or by one short read: never held up.</summary>
    Light,

    /// <summary>A single contact check: never held up, counted where a key's checks are limited.</summary>
    Check,

    /// <summary>Many contact checks in one request.</summary>
    Batch,

    /// <summary>A file or a stream of contact checks: goes on for as long as the client does, in one of its key's streams.</summary>
    Scrub,

    /// <summary>A change that reaches the ledger.</summary>
    Change,

    /// <summary>A search, a report, the audit: a read that may take long.</summary>
    Read,

    /// <summary>An import: goes on for as long as its body does.</summary>
    Import,

    /// <summary>An export: goes on for as long as the client reads.</summary>
    Export,
}
