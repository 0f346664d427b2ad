using DncActors.Domain.Ledger;

namespace DncActors.Storage.Ledger;

/// <summary>An engine's way to write a group in one transaction.</summary>
internal interface IGroupWriter : IDisposable
{
    /// <summary>
    /// Writes the group and makes it durable, giving each its result; or nothing of it. Null where nothing went into the log.
    /// <paramref name="beforeCommit"/> is called when all is written, just before it is made durable.
    /// </summary>
    /// <exception cref="GroupFaultException">Says whether the rows or the connection are at fault.</exception>
    CommittedBatch? Write(IReadOnlyList<PendingWrite> group, Action<CommittedBatch?>? beforeCommit);

    /// <summary>Lets the connection go and makes a new one.</summary>
    void Reopen();
}
