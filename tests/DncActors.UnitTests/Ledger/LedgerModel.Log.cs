using System.Collections.Immutable;
using DncActors.Domain.Ledger;

namespace DncActors.UnitTests.Ledger;

public sealed partial class LedgerModel : IChangeLog
{
    public Task<long> ReadHeadAsync(CancellationToken cancellation)
    {
        lock (_gate) return Task.FromResult(Head);
    }

    public Task<ImmutableArray<Change>> ReadAsync(long after, int limit, CancellationToken cancellation) => Read(after, limit, _ => true);

    public Task<ImmutableArray<Change>> ReadOrganizationAsync(
        string organization, long after, bool entriesOnly, int limit, CancellationToken cancellation) =>
        Read(after, limit, c => c.Organization == organization && (!entriesOnly || !c.What.Added.IsEmpty || !c.What.Revoked.IsEmpty));

    public Task<ImmutableArray<Change>> ReadGroupAsync(string organization, string userGroupId, long after, int limit, CancellationToken cancellation) =>
        Read(after, limit, c => c.Organization == organization && c.What.UserGroups.Contains(userGroupId));

    Task<ImmutableArray<Change>> Read(long after, int limit, Func<Change, bool> wanted)
    {
        lock (_gate) return Task.FromResult<ImmutableArray<Change>>([.. _log.Skip((int)after).Where(wanted).Take(Math.Min(limit, IChangeLog.MaxLimit))]);
    }
}
