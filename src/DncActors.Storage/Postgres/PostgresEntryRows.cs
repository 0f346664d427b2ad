using DncActors.Domain.ContactPoints;
using DncActors.Domain.Ledger;
using DncActors.Domain.Registry;
using DncActors.Storage.Json;
using DncActors.Storage.Ledger;
using DncActors.Storage.Registry;
using Npgsql;
using NpgsqlTypes;

namespace DncActors.Storage.Postgres;

/// <summary>Entries on their way to the writer, those that come and those that go, and how any row of them is read.</summary>
internal sealed class PostgresEntryRows(int count)
{
    /// <summary>The columns that <see cref="Read"/> reads, in its order.</summary>
    public const string Columns =
        """
        entry.id, entry.kind, entry.value, entry.channels, entry.source, entry.reason, entry.lead_id, entry.execution_id, entry.added_by, entry.added_at,
        entry.expires_at, entry.import_id, entry.revocation
        """;

    public const int ColumnCount = 13;

    readonly List<int> _commits = new(count);
    readonly List<Guid> _ids = new(count);
    readonly List<short> _kinds = new(count);
    readonly List<string> _values = new(count);
    readonly List<short> _channels = new(count);
    readonly List<short> _sources = new(count);
    readonly List<string> _reasons = new(count);
    readonly List<string?> _leads = new(count);
    readonly List<Guid?> _executions = new(count);
    readonly List<string> _by = new(count);
    readonly List<long> _at = new(count);
    readonly List<long?> _expiresAt = new(count);
    readonly List<Guid?> _imports = new(count);
    readonly List<int> _revokeCommits = [];
    readonly List<Guid> _revokeIds = [];
    readonly List<long> _revokeAt = [];
    readonly List<byte[]> _revokeBodies = [];
    readonly List<int> _touchCommits = [];
    readonly List<string> _touchLeads = [];

    public void Add(int place, Commit commit)
    {
        foreach (var entry in commit.Add.OrEmpty()) Add(place, entry);
        foreach (var revoked in commit.Revoke.OrEmpty())
        {
            _revokeCommits.Add(place);
            _revokeIds.Add(revoked.EntryId);
            _revokeAt.Add(revoked.Revocation.At.UtcTicks);
            _revokeBodies.Add(StoredText.Write(StoredRevocation.Of(revoked.Revocation), StoredJson.Default.StoredRevocation));
        }
    }

    /// <summary>An entry of the lead comes without the lead being written: plans on it must fail, and its flag may have changed.</summary>
    public void Touch(int place, string leadId)
    {
        _touchCommits.Add(place);
        _touchLeads.Add(leadId);
    }

    public void AddTo(NpgsqlParameterCollection parameters)
    {
        parameters.Add(PostgresColumn.OfCommon(_commits, NpgsqlDbType.Integer));
        parameters.Add(PostgresColumn.Of(_ids));
        parameters.Add(PostgresColumn.OfCommon(_kinds, NpgsqlDbType.Smallint));
        parameters.Add(PostgresColumn.Of(_values));
        parameters.Add(PostgresColumn.OfCommon(_channels, NpgsqlDbType.Smallint));
        parameters.Add(PostgresColumn.OfCommon(_sources, NpgsqlDbType.Smallint));
        parameters.Add(PostgresColumn.OfCommon(_reasons, NpgsqlDbType.Text));
        parameters.Add(PostgresColumn.OfAny(_leads, NpgsqlDbType.Text));
        parameters.Add(PostgresColumn.OfAny(_executions, NpgsqlDbType.Uuid));
        parameters.Add(PostgresColumn.OfCommon(_by, NpgsqlDbType.Text));
        parameters.Add(PostgresColumn.OfCommon(_at, NpgsqlDbType.Bigint));
        parameters.Add(PostgresColumn.OfAny(_expiresAt, NpgsqlDbType.Bigint));
        parameters.Add(PostgresColumn.OfCommonOrNone(_imports, NpgsqlDbType.Uuid));
        parameters.Add(PostgresColumn.Of(_revokeCommits));
        parameters.Add(PostgresColumn.Of(_revokeIds));
        parameters.Add(PostgresColumn.Of(_revokeAt));
        parameters.Add(PostgresColumn.Of(_revokeBodies));
        parameters.Add(PostgresColumn.Of(_touchCommits));
        parameters.Add(PostgresColumn.Of(_touchLeads));
    }

    public static DncEntry Read(PostgresRow row, int first = 0) => new(
        row.Id(first),
        new ContactPoint((ContactPointKind)row.Short(first + 1), row.Text(first + 2)),
        (Channels)row.Short(first + 3),
        (EntrySource)row.Short(first + 4),
        row.Text(first + 5),
        row.TextOrNull(first + 6),
        row.IdOrNull(first + 7),
        row.Text(first + 8),
        row.Time(first + 9),
        row.TimeOrNull(first + 10),
        row.IdOrNull(first + 11),
        row.IsNull(first + 12) ? null : StoredText.Read(row.Bytes(first + 12), StoredJson.Default.StoredRevocation).ToRevocation());

    void Add(int place, DncEntry entry)
    {
        _commits.Add(place);
        _ids.Add(entry.Id);
        _kinds.Add((short)entry.Point.Kind);
        _values.Add(entry.Point.Value);
        _channels.Add((short)entry.Channels);
        _sources.Add((short)entry.Source);
        _reasons.Add(entry.Reason);
        _leads.Add(entry.LeadId);
        _executions.Add(entry.ExecutionId);
        _by.Add(entry.AddedBy);
        _at.Add(entry.AddedAt.UtcTicks);
        _expiresAt.Add(entry.ExpiresAt?.UtcTicks);
        _imports.Add(entry.ImportId);
    }
}
