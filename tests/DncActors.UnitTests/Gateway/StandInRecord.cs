using System.Collections.Immutable;
using DncActors.Contracts.Nodes;
using DncActors.Domain.Ledger;
using DncActors.Domain.Paging;
using DncActors.Domain.Reports;

namespace DncActors.UnitTests.Gateway;

/// <summary>A record that is read, and nodes that know it or do not.</summary>
public sealed class StandInRecord : IChangeLog, IReportStore, IAcknowledgement
{
    public long Head { get; set; } = 9;

    /// <summary>How far every node is.</summary>
    public long KnownUpTo { get; set; } = long.MaxValue;

    public Task<long> ReadHeadAsync(CancellationToken cancellation) => Task.FromResult(Head);

    public Task<ImmutableArray<Change>> ReadAsync(long after, int limit, CancellationToken cancellation) => Nothing<Change>();

    public Task<ImmutableArray<Change>> ReadOrganizationAsync(string organization, long after, bool entriesOnly, int limit, CancellationToken cancellation) =>
        Nothing<Change>();

    public Task<ImmutableArray<Change>> ReadGroupAsync(string organization, string userGroupId, long after, int limit, CancellationToken cancellation) =>
        Nothing<Change>();

    public Task<ImmutableArray<ActionUsageRow>> ReadActionUsageAsync(
        string organization, DateTimeOffset? from, DateTimeOffset? to, ActionUsageGroup groupBy, CancellationToken cancellation) => Nothing<ActionUsageRow>();

    public Task<ImmutableArray<LeadCountRow>> CountLeadsAsync(string organization, DateTimeOffset now, CancellationToken cancellation) =>
        Nothing<LeadCountRow>();

    public Task<PageOf<AuditRecord>> SearchAuditAsync(string organization, AuditQuery query, PageRequest page, CancellationToken cancellation) =>
        Task.FromResult(new PageOf<AuditRecord>([], null));

    public ValueTask UpToAsync(long sequence, CancellationToken cancellation) =>
        sequence <= KnownUpTo ? default : throw new LedgerUnavailableException("A node does not know it yet.");

    static Task<ImmutableArray<T>> Nothing<T>() => Task.FromResult(ImmutableArray<T>.Empty);
}
