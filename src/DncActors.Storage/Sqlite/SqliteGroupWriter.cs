using System.Collections.Immutable;
using DncActors.Domain.Ledger;
using DncActors.Storage.Ledger;

namespace DncActors.Storage.Sqlite;

/// <summary>The writer's connection: one group, one transaction.</summary>
internal sealed class SqliteGroupWriter : IGroupWriter
{
    /// <summary>A log that grew to so many times its limit is copied by whoever commits, however long it takes.</summary>
    const int LastResort = 4;

    readonly SqliteStorageOptions _options;
    readonly LedgerFaults _faults;
    readonly SqliteCheckpoints _checkpoints;
    SqliteSession? _session;
    SqliteStatement _begin = null!;
    SqliteStatement _commit = null!;
    SqliteCommitWriter _writer = null!;
    long _head;
    int _pages;

    public SqliteGroupWriter(SqliteStorageOptions options, LedgerFaults faults, SqliteCheckpoints checkpoints)
    {
        _options = options;
        _faults = faults;
        _checkpoints = checkpoints;
        Reopen();
    }

    public void Reopen()
    {
        _session?.Dispose();
        _session = null;
        var session = SqliteSession.OpenWriter(_options.DataFile, _options.WriterCacheKilobytes);
        try
        {
            SqliteDurability.Demand(session, LastResort * _options.LogPages);
            _begin = session.Prepare("begin immediate");
            _commit = session.Prepare("commit");
            _writer = new SqliteCommitWriter(session);
            _head = SqliteChangeRows.ReadHead(session);
        }
        catch
        {
            session.Dispose();
            throw;
        }
        _session = session;
    }

    public CommittedBatch? Write(IReadOnlyList<PendingWrite> group, Action<CommittedBatch?>? beforeCommit)
    {
        // Before a group and not behind one: what is durable is to be answered.
        if (_checkpoints.TakeLittleIsLeft()) CopyTheRest();
        var log = ImmutableArray.CreateBuilder<Change>(2 * group.Count);
        var head = WriteRows(group, log);
        var batch = head == _head ? null : new CommittedBatch(_head, head, log.DrainToImmutable());
        beforeCommit?.Invoke(batch);
        try
        {
            _faults.BeforeCommit?.Invoke(group);
            _commit.Run();
            _faults.AfterCommit?.Invoke(group);
        }
        catch (Exception fault)
        {
            // The record may say either: whether it is there is for the next try of the same commits to find out.
            throw new GroupFaultException(ofTheRows: false, fault);
        }
        _head = head;
        CountPages();
        return batch;
    }

    public void Dispose()
    {
        _session?.Dispose();
        _session = null;
    }

    void CountPages()
    {
        _pages += _session!.TakePagesWritten();
        if (_pages < _options.CheckpointPages) return;
        _pages = 0;
        _checkpoints.Want();
    }

    /// <summary>A log that is in the file as a whole is written over from its beginning.</summary>
    void CopyTheRest()
    {
        try
        {
            var session = _session ?? throw new GroupFaultException(ofTheRows: false, new ObjectDisposedException(nameof(SqliteGroupWriter)));
            SqliteCheckpoint.Passive(session);
        }
        catch (SqliteFaultException fault) when (!fault.OfTheDisk)
        {
            // The log keeps what was written; it is tried again when more is in it.
        }
        catch (SqliteFaultException fault)
        {
            SqliteDataFile.End(fault);
        }
    }

    long WriteRows(IReadOnlyList<PendingWrite> group, ImmutableArray<Change>.Builder log)
    {
        var session = _session ?? throw new GroupFaultException(ofTheRows: false, new ObjectDisposedException(nameof(SqliteGroupWriter)));
        var head = _head;
        try
        {
            _begin.Run();
            foreach (var write in group)
            {
                _faults.BeforeWrite?.Invoke(write);
                if (write is PendingCommit commit) head = _writer.Write(commit, head, log);
                else _writer.Write(write);
            }
            return head;
        }
        catch (Exception fault)
        {
            var rowsOnly = fault is not SqliteFaultException sqlite || sqlite.OfTheRows;
            throw new GroupFaultException(rowsOnly && RolledBack(session), fault);
        }
    }

    static bool RolledBack(SqliteSession session)
    {
        try
        {
            session.ResetAll();
            if (session.InTransaction) session.Execute("rollback");
            return true;
        }
        catch (SqliteFaultException)
        {
            return false;
        }
    }
}
