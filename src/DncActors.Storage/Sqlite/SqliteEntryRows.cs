using DncActors.Domain.ContactPoints;
using DncActors.Domain.Registry;
using DncActors.Storage.Json;
using DncActors.Storage.Registry;

namespace DncActors.Storage.Sqlite;

/// <summary>Entries as the writer sees them, and how any row of them is read.</summary>
internal sealed class SqliteEntryRows(SqliteSession session)
{
    /// <summary>The columns that <see cref="Read"/> reads, in its order.</summary>
    public const string Columns =
        """
        entry.id, entry.kind, entry.value, entry.channels, entry.source, entry.reason, entry.lead_id, entry.execution_id, entry.added_by, entry.added_at,
        entry.expires_at, entry.import_id, entry.revocation
        """;

    public const int ColumnCount = 13;

    readonly SqliteStatement _find = session.Prepare("select ordinal, revoked_at, lead_id, import_id from entry where organization = ?1 and id = ?2");
    readonly SqliteStatement _insert = session.Prepare(
        """
        insert into entry (organization, id, kind, value, channels, source, reason, lead_id, execution_id, added_by, added_at, expires_at, import_id)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
        """);
    readonly SqliteStatement _revoke = session.Prepare("update entry set revoked_at = ?2, revocation = ?3 where ordinal = ?1");
    readonly SqliteStatement _block = session.Prepare(
        "select channels, expires_at from entry where organization = ?1 and kind = ?2 and value = ?3 and revoked_at is null");

    /// <summary>The entry's ordinal, 0 where there is none that may be revoked; and the lead that it stems from, and the import.</summary>
    public (long Ordinal, string? LeadId, Guid? ImportId) FindUnrevoked(string organization, Guid entryId)
    {
        _find.Bind(organization).Bind(entryId);
        var found = _find.Step() && _find.IsNull(1) ? (_find.Long(0), _find.TextOrNull(2), _find.IdOrNull(3)) : default;
        _find.Reset();
        return found;
    }

    public void Insert(string organization, DncEntry entry) => _insert
        .Bind(organization).Bind(entry.Id).Bind((long)entry.Point.Kind).Bind(entry.Point.Value).Bind((long)entry.Channels).Bind((long)entry.Source)
        .Bind(entry.Reason).Bind(entry.LeadId).Bind(entry.ExecutionId).Bind(entry.AddedBy).Bind(entry.AddedAt).Bind(entry.ExpiresAt).Bind(entry.ImportId)
        .Run();

    public void Revoke(long ordinal, Revocation revocation) => _revoke
        .Bind(ordinal).Bind(revocation.At).BindText(StoredText.Write(StoredRevocation.Of(revocation), StoredJson.Default.StoredRevocation))
        .Run();

    /// <summary>What the point's entries that are not revoked amount to now, inside of the transaction.</summary>
    public BlockedUntil BlockOf(string organization, ContactPoint point)
    {
        var until = BlockedUntil.Nothing;
        _block.Bind(organization).Bind((long)point.Kind).Bind(point.Value);
        while (_block.Step()) until = until.With((Channels)_block.Long(0), _block.TimeOrNull(1));
        _block.Reset();
        return until;
    }

    public static DncEntry Read(SqliteStatement row, int first = 0) => new(
        row.Id(first),
        new ContactPoint((ContactPointKind)row.Long(first + 1), row.Text(first + 2)),
        (Channels)row.Long(first + 3),
        (EntrySource)row.Long(first + 4),
        row.Text(first + 5),
        row.TextOrNull(first + 6),
        row.IdOrNull(first + 7),
        row.Text(first + 8),
        row.Time(first + 9),
        row.TimeOrNull(first + 10),
        row.IdOrNull(first + 11),
        row.IsNull(first + 12) ? null : StoredText.Read(row.Bytes(first + 12), StoredJson.Default.StoredRevocation).ToRevocation());
}
