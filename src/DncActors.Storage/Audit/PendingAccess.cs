using System.Collections.Immutable;
using DncActors.Domain.Audit;
using DncActors.Storage.Ledger;

namespace DncActors.Storage.Audit;

/// <summary>Records of access on their way to the writer; they go with whatever group is written next.</summary>
internal sealed class PendingAccess(ImmutableArray<AccessRecord> records) : PendingWrite
{
    const int RowBytes = 250;

    readonly TaskCompletionSource _saved = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ImmutableArray<AccessRecord> Records { get; } = records;

    public Task Saved => _saved.Task;

    public override int Bytes => RowBytes * Records.Length;

    public override void Complete() => _saved.TrySetResult();

    public override void Fail(Exception fault) => _saved.TrySetException(fault);
}
