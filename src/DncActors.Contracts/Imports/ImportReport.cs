using System.Collections.Immutable;
using DncActors.Domain.Outcomes;

namespace DncActors.Contracts.Imports;

/// <summary>What became of an import.</summary>
/// <param name="ImportId">Stands on everything that it brought.</param>
/// <param name="Accepted">Lines that are in, or with <paramref name="DryRun"/> would be.</param>
/// <param name="Errors">The first <see cref="MaxErrors"/> rejected lines, in order.</param>
/// <param name="LastLine">The last line that was read, 0 for none.</param>
/// <param name="LastKept">Everything up to this line was judged and what was accepted of it is durable and acknowledged; nothing behind it is in, unless it
/// stopped as unavailable: then nobody can say.</param>
/// <param name="Stopped">Null for an import that came to its end; else why it stopped behind <paramref name="LastKept"/>. The same import may be sent again
/// whole.</param>
public sealed record ImportReport(
    Guid ImportId,
    long Accepted,
    long Rejected,
    bool DryRun,
    ImmutableArray<RejectedLine> Errors,
    long LastLine,
    long LastKept,
    Refusal? Stopped)
{
    /// <summary>
    /// Why the lines could not be read to their end; null where they were. A chunk that was not whole was not taken: the same import sent again cuts it at the
    /// same line.
    /// </summary>
    public IOException? Cut { get; init; }

    /// <summary>In a dry run of entries: the contact points that would be blocked on a channel on which nothing blocks them now.</summary>
    public long? NewlyBlocked { get; init; }

    /// <summary>In a dry run of entries: the contact points that are blocked already on all channels that they would be.</summary>
    public long? AlreadyBlocked { get; init; }

    public const int MaxErrors = 1_000;

    /// <summary>Rejected lines that <see cref="Errors"/> had no room for.</summary>
    public long ErrorsOmitted => Rejected - Errors.Length;
}
