using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using DncActors.Domain.Ledger;
using DncActors.Storage.Jobs;
using DncActors.Storage.Ledger;
using Npgsql;

namespace DncActors.Storage.Postgres;

/// <summary>
/// The writer's connection: one group, one transaction, one round trip. Its runs go as one batch, which the server takes as one transaction and commits at the
/// end of without being asked once more.
/// </summary>
internal sealed class PostgresGroupWriter : IGroupWriter
{
    /// <summary>What the function raises where a run has commits that meet after all.</summary>
    const string Meeting = "DNC01";

    readonly PostgresConnections _connections;
    readonly PostgresKept _kept;
    readonly LedgerFaults _faults;
    readonly TimeProvider _time;
    NpgsqlConnection? _connection;
    PostgresWriterPlans _plans;
    bool _gaveUp;

    public PostgresGroupWriter(PostgresConnections connections, PostgresKept kept, LedgerFaults faults, TimeProvider time)
    {
        _connections = connections;
        _kept = kept;
        _faults = faults;
        _time = time;
        Reopen();
    }

    [MemberNotNull(nameof(_plans))]
    public void Reopen()
    {
        _connection?.Dispose();
        _connection = null;
        var connection = _connections.ToWriter();
        try
        {
            connection.Open();
            connection.Notice += (_, said) => _gaveUp |= said.Notice.SqlState == PostgresKept.Warning;
            PostgresDurability.Demand(connection);
            PostgresLogIdentity.Demand(connection, _kept);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
        _connection = connection;
        _plans = new PostgresWriterPlans(_time);
    }

    public CommittedBatch? Write(IReadOnlyList<PendingWrite> group, Action<CommittedBatch?>? beforeCommit)
    {
        try
        {
            foreach (var write in group) _faults.BeforeWrite?.Invoke(write);
        }
        catch (Exception fault)
        {
            throw new GroupFaultException(ofTheRows: fault is not NpgsqlException, fault);
        }
        try
        {
            return Write(group, beforeCommit, apart: false);
        }
        catch (GroupFaultException fault) when (fault.InnerException is PostgresException { SqlState: Meeting })
        {
            return Write(group, beforeCommit, apart: true);
        }
    }

    public void Dispose()
    {
        _connection?.Dispose();
        _connection = null;
    }

    CommittedBatch? Write(IReadOnlyList<PendingWrite> group, Action<CommittedBatch?>? beforeCommit, bool apart)
    {
        var connection = _connection ?? throw new GroupFaultException(ofTheRows: false, new ObjectDisposedException(nameof(PostgresGroupWriter)));
        // Somebody wants to step in between: the commit is then a round trip of its own.
        var inSteps = beforeCommit is not null || _faults.BeforeCommit is not null;
        NpgsqlTransaction? transaction = null;
        var began = _time.GetTimestamp();
        _gaveUp = false;
        try
        {
            if (inSteps) transaction = connection.BeginTransaction();
            var batch = Send(connection, group, apart);
            if (transaction is not null) Finish(transaction, group, batch, beforeCommit);
            DemandWhole(connection, began);
            if (batch is not null) _kept.Know(batch.UpTo);
            _faults.AfterCommit?.Invoke(group);
            return batch;
        }
        catch (PostgresException fault) when (PostgresFaults.OfTheRows(fault))
        {
            // Outside of a transaction the server has taken everything back already.
            throw new GroupFaultException(transaction is null || RolledBack(transaction), fault);
        }
        catch (Exception fault) when (fault is not GroupFaultException)
        {
            // The record may say either: whether it is there is for the next try of the same commits to find out.
            throw new GroupFaultException(ofTheRows: false, fault);
        }
        finally
        {
            transaction?.Dispose();
        }
    }

    /// <summary>
    /// A server that waits for its standby and is asked to stop commits all the same, says yes, and shows it: the driver asks when its time is up. The standby
    /// may not have it, and nothing is answered that a failover would take back.
    /// </summary>
    void DemandWhole(NpgsqlConnection connection, long began)
    {
        if (_gaveUp || (_kept.HasStandbys && _time.GetElapsedTime(began) >= TimeSpan.FromSeconds(connection.CommandTimeout)))
            throw new TimeoutException("The database did not wait for its standby: what was written may be in one place only.");
    }

    CommittedBatch? Send(NpgsqlConnection connection, IReadOnlyList<PendingWrite> group, bool apart)
    {
        var runs = PostgresRuns.Of([.. group.OfType<PendingCommit>()], apart);
        using var batch = new NpgsqlBatch(connection);
        if (_plans.AreOld()) batch.BatchCommands.Add(new NpgsqlBatchCommand("discard plans"));
        foreach (var run in runs) batch.BatchCommands.Add(run.ToCommand());
        foreach (var job in group.OfType<PendingJob>()) batch.BatchCommands.Add(PostgresJobRows.Save(job.Job));

        // A round trip for the first group of a connection; none where both texts are prepared already.
        batch.Prepare();
        var log = ImmutableArray.CreateBuilder<Change>(2 * group.Count);
        using var reader = batch.ExecuteReader();
        var after = -1L;
        foreach (var run in runs)
        {
            reader.Read();
            var head = run.Read(new PostgresRow(reader), log);
            if (after < 0) after = head;
            _plans.Wrote(head, run.Leads, run.Entries);
            reader.NextResult();
        }
        // To the very end: the server commits behind the last answer, and a refusal comes behind it too.
        while (reader.NextResult())
        {
        }
        return log.Count == 0 ? null : new CommittedBatch(after, log[^1].Sequence, log.DrainToImmutable());
    }

    void Finish(NpgsqlTransaction transaction, IReadOnlyList<PendingWrite> group, CommittedBatch? batch, Action<CommittedBatch?>? beforeCommit)
    {
        try
        {
            beforeCommit?.Invoke(batch);
            _faults.BeforeCommit?.Invoke(group);
            transaction.Commit();
        }
        catch (Exception fault)
        {
            throw new GroupFaultException(ofTheRows: false, fault);
        }
    }

    static bool RolledBack(NpgsqlTransaction transaction)
    {
        try
        {
            transaction.Rollback();
            return true;
        }
        catch (Exception fault) when (fault is NpgsqlException or InvalidOperationException)
        {
            return false;
        }
    }
}
