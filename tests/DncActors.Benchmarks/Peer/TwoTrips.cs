using System.Text.Json;
using Npgsql;

namespace DncActors.Benchmarks.Peer;

/// <summary>
/// The lead is locked and read in a first round trip; a second one writes and commits. The bodies are made here, where that costs less than in the
/// database, and the lock is held for a round trip longer.
/// </summary>
sealed class TwoTrips(NpgsqlDataSource database, PeerAction action) : IPeerTransaction
{
    const string LockSql =
        """
        select l.ordinal, l.workflow_id, l.status_id, l.body, nextval('dnc.peer_sequence') from dnc.lead l where l.id = $1 and l.organization = $2 for update
        """;

    const string RecordSql = "insert into dnc.commit_record (organization, id, fingerprint, sequence) values ($1, $2, $3, $4)";

    const string LeadSql =
        """
        update dnc.lead
        set version = version + 1, sequence = $2, workflow_id = $3, status_id = $4, flags_until = 9223372036854775807, flagged_until = 9223372036854775807,
            body = $5
        where ordinal = $1
        """;

    const string EntriesSql =
        """
        insert into dnc.entry (ordinal, organization, id, kind, value, channels, source, reason, lead_id, execution_id, added_by, added_at)
        select nextval('dnc.peer_ordinal'), $1, e.id, e.kind, e.value, e.channels, e.source, $2, $3, $4, $5, $6
        from unnest($7, $8, $9, $10, $11) e(id, kind, value, channels, source)
        """;

    const string ExecutionSql =
        """
        insert into dnc.execution (sequence, organization, lead_id, action_id, workflow_id, status_id, actor, at, adds_to_dnc, id, body)
        values ($1, $2, $3, $4, $5, $6, $7, $8, true, $9, $10)
        """;

    const string ChangesSql =
        """
        insert into dnc.change (sequence, organization, commit_id, at, actor, type, lead_id, touches_entries, body, blocks)
        values ($1 - 1, $2, $3, $4, $5, 'lead.doNotContact', $6, true, $7, $9), ($1, $2, $3, $4, $5, 'lead.moved', $6, true, $8, $9)
        """;

    const string GroupsSql =
        """
        insert into dnc.change_group (organization, user_group_id, sequence)
        select $1, g.id, $2 - c.place from unnest($3) g(id) cross join (values (0), (1)) c(place)
        """;

    public async Task<PeerOutcome?> RunAsync(PeerRequest request, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var lead = await LockAsync(connection, request, cancellation);
        if (lead is not { Allowed: true })
        {
            await using var back = new NpgsqlCommand("rollback", connection);
            await back.ExecuteNonQueryAsync(cancellation);
            return lead is null ? null : PeerOutcome.Nothing;
        }
        try
        {
            return await WriteAsync(connection, request, lead, cancellation);
        }
        catch (PostgresException twice) when (twice.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            // The transaction is over, and the pool takes it back.
            return PeerOutcome.Nothing;
        }
    }

    async Task<Locked?> LockAsync(NpgsqlConnection connection, PeerRequest request, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(new("begin"));
        batch.BatchCommands.Add(Command(LockSql, Of(request.Lead), Of(PeerRequest.Organization)));
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        if (!await reader.ReadAsync(cancellation)) return null;
        var allowed = reader.GetString(1) == action.Workflow && reader.GetString(2) == action.From;
        return new(allowed, reader.GetInt64(0), reader.GetInt64(4), JsonSerializer.Deserialize(reader.GetString(3), PeerJson.Relaxed.PeerLead)!);
    }

    async Task<PeerOutcome> WriteAsync(NpgsqlConnection connection, PeerRequest request, Locked lead, CancellationToken cancellation)
    {
        var rows = new PeerRows(action, request, lead.Body);
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(Command(RecordSql, Of(PeerRequest.Organization), Of(request.Id), Of(request.Fingerprint), Of(lead.Sequence)));
        batch.BatchCommands.Add(Command(
            LeadSql, Of(lead.Ordinal), Of(lead.Sequence), Of(action.Workflow), Of(action.To), Of(rows.Lead)));
        batch.BatchCommands.Add(Command(
            EntriesSql, Of(PeerRequest.Organization), Of(PeerAction.Reason), Of(request.Lead), Of(request.Id), Of(request.Actor), Of(request.At.UtcTicks),
            Of(rows.Ids), Of(rows.Kinds), Of(rows.Values), Of(rows.Channels), Of(rows.Sources)));
        batch.BatchCommands.Add(Command(
            ExecutionSql, Of(lead.Sequence), Of(PeerRequest.Organization), Of(request.Lead), Of(action.Id), Of(action.Workflow), Of(action.From),
            Of(request.Actor), Of(request.At.UtcTicks), Of(request.Id), Of(rows.Execution)));
        batch.BatchCommands.Add(Command(
            ChangesSql, Of(lead.Sequence), Of(PeerRequest.Organization), Of(request.Id), Of(request.At.UtcTicks), Of(request.Actor), Of(request.Lead),
            Of(rows.OnList), Of(rows.Moved), Of(rows.Blocks)));
        var groups = lead.Body.UserGroups ?? [];
        if (groups.Length > 0) batch.BatchCommands.Add(Command(GroupsSql, Of(PeerRequest.Organization), Of(lead.Sequence), Of(groups)));
        batch.BatchCommands.Add(new("commit"));
        await batch.ExecuteNonQueryAsync(cancellation);
        return new(true, rows.Ids.Length, groups);
    }

    static NpgsqlBatchCommand Command(string sql, params ReadOnlySpan<NpgsqlParameter> parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var parameter in parameters) command.Parameters.Add(parameter);
        return command;
    }

    static NpgsqlParameter<T> Of<T>(T value) => new() { TypedValue = value };

    sealed record Locked(bool Allowed, long Ordinal, long Sequence, PeerLead Body);
}
