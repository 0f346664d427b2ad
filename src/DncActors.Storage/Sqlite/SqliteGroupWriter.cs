using System.Collections.Immutable;
using DncActors.Domain.Ledger;
using DncActors.Storage.Ledger;

namespace DncActors.Storage.Sqlite;

/// <summary>The writer's connection: one group, one transaction.</summary>
internal sealed class SqliteGroupWriter : IGroupWriter
{
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
            SqliteDurability.Demand(session, _options.LogPages);
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
