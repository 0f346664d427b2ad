using System.Collections.Immutable;
using DncActors.Domain.Registry;
using DncActors.Domain.Workflows;

namespace DncActors.Domain.Ledger;

/// <summary>What the log is to say of a commit; the ledger gives it its sequence and the blocks that result.</summary>
[GenerateSerializer, Immutable, Alias("dnc.ChangeDraft")]
public sealed record ChangeDraft
{
    /// <summary>One of <see cref="ChangeTypes"/>.</summary>
    [Id(0)] public required string Type { get; init; }

    [Id(1)] public string? LeadId { get; init; }

    /// <summary>The id of what changed where that is not a lead: an entry, a document, an import.</summary>
    [Id(2)] public string? Subject { get; init; }

    [Id(3)] public Guid? ExecutionId { get; init; }

    [Id(4)] public string? ActionName { get; init; }

    [Id(5)] public StatusRef? From { get; init; }

    [Id(6)] public StatusRef? To { get; init; }

    /// <summary>Entries that the commit adds and that belong to this change.</summary>
    [Id(7)] public ImmutableArray<DncEntry> Added { get; init; } = [];

    [Id(8)] public ImmutableArray<EntryRevocation> Revoked { get; init; } = [];

    /// <summary>The document as published, for the nodes' caches; null where none is.</summary>
    [Id(9)] public Document? Document { get; init; }

    /// <summary>What it was and what it is, as JSON, for the audit; null where the rest says it.</summary>
    [Id(10)] public string? Before { get; init; }

    [Id(11)] public string? After { get; init; }

    /// <summary>The user groups whose feeds it belongs to.</summary>
    [Id(12)] public ImmutableArray<string> UserGroups { get; init; } = [];
}
