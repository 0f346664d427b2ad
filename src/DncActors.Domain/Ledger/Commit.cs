using System.Collections.Immutable;
using DncActors.Domain.Jobs;
using DncActors.Domain.Leads;
using DncActors.Domain.Registry;

namespace DncActors.Domain.Ledger;

/// <summary>
/// Everything that one decision writes: all of it or nothing, at one place in the order. Its guards are tested under the head lock, seeing what every
/// earlier commit did; any that fails makes it a conflict (plan again), and nothing of it is written.
/// </summary>
[GenerateSerializer, Immutable, Alias("dnc.Commit")]
public sealed record Commit
{
    /// <summary>Made by the maker; once it is there, another with the same id is "already there".</summary>
    [Id(0)] public required Guid Id { get; init; }

    [Id(1)] public required Guid Fingerprint { get; init; }

    [Id(2)] public required string Organization { get; init; }

    [Id(3)] public required string Actor { get; init; }

    [Id(4)] public required DateTimeOffset At { get; init; }

    /// <summary>Documents that must still be at the version that was planned with.</summary>
    [Id(5)] public ImmutableArray<DocumentGuard> Guards { get; init; } = [];

    /// <summary>Kinds of which no document may have changed since the sequence that was planned with.</summary>
    [Id(6)] public ImmutableArray<KindGuard> KindGuards { get; init; } = [];

    /// <summary>Places where no lead may stand.</summary>
    [Id(7)] public ImmutableArray<EmptyGuard> EmptyGuards { get; init; } = [];

    [Id(8)] public ImmutableArray<LeadWrite> Leads { get; init; } = [];

    [Id(9)] public ImmutableArray<DncEntry> Add { get; init; } = [];

    [Id(10)] public ImmutableArray<EntryRevocation> Revoke { get; init; } = [];

    /// <summary>Its id is <see cref="Id"/>.</summary>
    [Id(11)] public Execution? Execution { get; init; }

    [Id(12)] public ImmutableArray<DocumentWrite> Documents { get; init; } = [];

    /// <summary>A job that begins with this commit, or null.</summary>
    [Id(13)] public Job? Job { get; init; }

    /// <summary>What the log says of it, in this order; at least one.</summary>
    [Id(14)] public required ImmutableArray<ChangeDraft> Changes { get; init; }

    /// <summary>What a repeat of the request is answered from; the maker's own form, kept with the id. At most 4,000 characters.</summary>
    [Id(15)] public string? Reply { get; init; }
}
