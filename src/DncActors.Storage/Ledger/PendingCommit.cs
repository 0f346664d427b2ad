using DncActors.Domain.ContactPoints;
using DncActors.Domain.Ledger;
using DncActors.Storage.Json;
using DncActors.Storage.Leads;

namespace DncActors.Storage.Ledger;

/// <summary>A commit with its JSON made beforehand, on the thread of who asks: the writer's time is the scarcest.</summary>
internal sealed class PendingCommit : PendingWrite
{
    const int RowBytes = 200;

    readonly TaskCompletionSource<CommitResult> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly Action? _durable;
    readonly int _bytes;
    int[]? _touched;

    /// <param name="durable">Told, on the writer's thread, as soon as the commit is in the record.</param>
    public PendingCommit(Commit commit, Action? durable = null)
    {
        CommitShape.Check(commit);
        Commit = commit;
        _durable = durable;
        Leads = [.. commit.Leads.OrEmpty().Select(l => StoredText.Write(StoredLead.Of(l.Lead), StoredJson.Default.StoredLead))];
        Execution = commit.Execution is { } execution ? StoredText.Write(StoredExecution.Of(execution), StoredJson.Default.StoredExecution) : null;
        Documents = [.. commit.Documents.OrEmpty().Select(d => StoredText.Write(StoredDocument.Of(d.Document), StoredJson.Default.StoredDocument))];
        Changes = [.. commit.Changes.Select(c => StoredText.Write(StoredChange.Of(c), StoredJson.Default.StoredChange))];
        Points = ChangePoints.Of(commit);
        ForGood = ChangePoints.ForGood(commit, Points);
        var rows = 1 + (4 * Leads.Length) + (2 * commit.Add.OrEmpty().Length) + commit.Revoke.OrEmpty().Length;
        _bytes = (rows * RowBytes) + Leads.Sum(l => l.Length) + (Execution?.Length ?? 0) + Documents.Sum(d => d.Length) + Changes.Sum(c => c.Length);
    }

    public Commit Commit { get; }

    /// <summary>The bodies of <see cref="Commit.Leads"/>, in its order; likewise the others.</summary>
    public byte[][] Leads { get; }

    public byte[]? Execution { get; }

    public byte[][] Documents { get; }

    public byte[][] Changes { get; }

    /// <summary>The contact points of each change, as <see cref="ChangePoints"/> has them.</summary>
    public ContactPoint[][] Points { get; }

    /// <summary>Whether the commit itself blocks each of <see cref="Points"/> for good: what else is known of it is not looked up then.</summary>
    public bool[][] ForGood { get; }

    /// <summary>What it touches, as <see cref="TouchedKeys"/> has it.</summary>
    public int[] Touched => _touched ??= TouchedKeys.Of(Commit, Points);

    /// <summary>Makes <see cref="Touched"/> now, on the thread of who asks, for an engine that will want it.</summary>
    public void PrepareTouched() => _ = Touched;

    public override int Bytes => _bytes;

    /// <summary>What it came to, once written; said only when the transaction is durable.</summary>
    public CommitResult? Result { get; set; }

    public Task<CommitResult> Answer => _answer.Task;

    public override void TellDurable()
    {
        if (Result is { Outcome: CommitOutcome.Done or CommitOutcome.AlreadyThere }) _durable?.Invoke();
    }

    public override void Complete() => _answer.TrySetResult(Result ?? throw new InvalidOperationException("A commit was completed before it was decided."));

    public override void Fail(Exception fault) => _answer.TrySetException(fault);
}
