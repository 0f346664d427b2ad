using System.Collections.Immutable;
using DncActors.Contracts.Registry;
using DncActors.Domain.Ledger;
using DncActors.Domain.Registry;

namespace DncActors.Grains.Registry;

/// <summary>Walks the store for one export of a gateway's. What was handed out last is kept until more is asked for, so that an answer that was lost is given
/// again.</summary>
[CollectionAgeLimit(Minutes = 5)]
sealed class EntryExportGrain(IEntryStore entries) : Grain, IEntryExportGrain
{
    IAsyncEnumerator<IReadOnlyList<DncEntry>>? _chunks;
    ImmutableArray<DncEntry> _given = [];
    Guid? _givenAfter;

    public async Task<ImmutableArray<DncEntry>> ReadOnAsync(string organization, EntryQuery query, Guid? after)
    {
        if (_chunks is not null && after == _givenAfter) return _given;
        try
        {
            if (_chunks is null || after != LastGiven) await BeginAsync(organization, query, after);
            _given = await NextAsync();
            _givenAfter = after;
            return _given;
        }
        catch
        {
            // The place is lost: the next call looks for it from the beginning.
            DeactivateOnIdle();
            throw;
        }
    }

    public Task EndAsync()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        if (_chunks is not null) await _chunks.DisposeAsync();
    }

    Guid? LastGiven => _given.IsEmpty ? _givenAfter : _given[^1].Id;

    /// <summary>Entries stay and keep their order: behind the one that the caller has is what the caller has not.</summary>
    async Task BeginAsync(string organization, EntryQuery query, Guid? after)
    {
        if (_chunks is not null) await _chunks.DisposeAsync();
        _chunks = WalkAsync(organization, query, after).GetAsyncEnumerator();
    }

    async Task<ImmutableArray<DncEntry>> NextAsync() => await _chunks!.MoveNextAsync() ? [.. _chunks.Current] : [];

    async IAsyncEnumerable<IReadOnlyList<DncEntry>> WalkAsync(string organization, EntryQuery query, Guid? after)
    {
        var passed = after is null;
        await foreach (var chunk in entries.ExportAsync(organization, query, CancellationToken.None))
        {
            if (passed)
            {
                yield return chunk;
                continue;
            }
            var at = chunk.TakeWhile(e => e.Id != after).Count();
            passed = at < chunk.Count;
            if (passed && at + 1 < chunk.Count) yield return [.. chunk.Skip(at + 1)];
        }
        // A revocation can have taken the entry out of the query: an export that ends here would look whole.
        if (!passed) throw new LedgerUnavailableException("The place of the export is lost; begin it again.");
    }
}
