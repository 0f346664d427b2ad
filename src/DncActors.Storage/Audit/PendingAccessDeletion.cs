using DncActors.Storage.Ledger;

namespace DncActors.Storage.Audit;

/// <summary>The deletion of old records of access on its way to the writer.</summary>
internal sealed class PendingAccessDeletion(DateTimeOffset before, int limit) : PendingWrite
{
    const int RowBytes = 50;

    readonly TaskCompletionSource<int> _deleted = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public DateTimeOffset Before => before;

    public int Limit => limit;

    /// <summary>How many were deleted; set by the writer.</summary>
    public int Count { get; set; }

    public Task<int> Deleted => _deleted.Task;

    public override int Bytes => RowBytes * limit;

    public override void Complete() => _deleted.TrySetResult(Count);

    public override void Fail(Exception fault) => _deleted.TrySetException(fault);
}
