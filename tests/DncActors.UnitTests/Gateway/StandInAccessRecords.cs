using System.Collections.Immutable;
using DncActors.Domain.Audit;
using DncActors.Domain.Ledger;
using DncActors.Domain.Paging;

namespace DncActors.UnitTests.Gateway;

/// <summary>Records of access in memory, in a store that can fail.</summary>
public sealed class StandInAccessRecords : IAccessStore
{
    readonly Lock _gate = new();
    ImmutableList<AccessRecord> _records = [];
    readonly TaskCompletionSource _called = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool IsDown { get; set; }

    public IReadOnlyList<AccessRecord> Records => _records;

    /// <summary>Done when the store is asked to keep something.</summary>
    public Task Called => _called.Task;

    public Task AppendAsync(ImmutableArray<AccessRecord> records, CancellationToken cancellation)
    {
        lock (_gate)
        {
            if (!IsDown) _records = _records.AddRange(records.Where(record => _records.All(kept => kept.Id != record.Id)));
        }
        _called.TrySetResult();
        return IsDown ? throw new LedgerUnavailableException("The store is down.") : Task.CompletedTask;
    }

    public Task<PageOf<AccessRecord>> SearchAsync(string organization, AccessQuery query, PageRequest page, CancellationToken cancellation) =>
        Task.FromResult(new PageOf<AccessRecord>([.. _records.Where(r => r.Organization == organization)], null));

    public Task<int> DeleteBeforeAsync(DateTimeOffset time, int limit, CancellationToken cancellation) => Task.FromResult(0);
}
