using DncActors.Domain.Ledger;

namespace DncActors.Gateway.Events;

/// <summary>What a stream tells.</summary>
/// <param name="Changes">The changes behind where it begins, then what comes, until cancelled.</param>
/// <param name="Map">How a change is told; null for one that is not.</param>
/// <param name="Opened">Said first, where the client named no place to begin.</param>
/// <param name="IsThere">Whether what is followed is still there.</param>
sealed record EventSource(
    Func<CancellationToken, IAsyncEnumerable<Change>> Changes, Func<Change, StreamEvent?> Map, StreamEvent? Opened, Func<ValueTask<bool>> IsThere);
