using DncActors.Domain.Jobs;
using DncActors.Storage.Ledger;

namespace DncActors.Storage.Jobs;

/// <summary>A job's progress on its way to the writer; it goes with whatever group is written next.</summary>
internal sealed class PendingJob(Job job) : PendingWrite
{
    const int RowBytes = 300;

    readonly TaskCompletionSource _saved = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Job Job { get; } = job;

    public Task Saved => _saved.Task;

    public override int Bytes => RowBytes;

    public override void Complete() => _saved.TrySetResult();

    public override void Fail(Exception fault) => _saved.TrySetException(fault);
}
