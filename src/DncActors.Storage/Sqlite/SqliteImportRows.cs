using DncActors.Domain.Registry;

namespace DncActors.Storage.Sqlite;

/// <summary>Imports of entries as the writer counts them, and how any row of them is read.</summary>
internal sealed class SqliteImportRows(SqliteSession session)
{
    /// <summary>The columns that <see cref="Read"/> reads, in its order.</summary>
    public const string Columns = "id, by, at, entries, opt_outs, revoked, ordinal";

    public const int Ordinal = 6;

    readonly Dictionary<Guid, Counted> _counted = [];
    readonly SqliteStatement _add = session.Prepare(
        """
        insert into import (organization, id, ordinal, by, at, entries, opt_outs, revoked)
        values (?1, ?2, (select min(ordinal) from entry where organization = ?1 and import_id = ?2), ?3, ?4, ?5, ?6, 0)
        on conflict (organization, id) do update set entries = entries + excluded.entries, opt_outs = opt_outs + excluded.opt_outs
        """);
    readonly SqliteStatement _revoke = session.Prepare("update import set revoked = revoked + ?3 where organization = ?1 and id = ?2");

    /// <summary>A commit begins. What was counted of one before it that failed in the middle is of no other.</summary>
    public void Begin() => _counted.Clear();

    /// <summary>An entry that a commit adds. What comes with a lead is the lead's.</summary>
    public void Added(DncEntry entry)
    {
        if (entry is not { ImportId: { } importId, LeadId: null }) return;
        var counted = Of(importId);
        counted.First ??= entry;
        counted.Entries++;
        if (entry.Source == EntrySource.OptOut) counted.OptOuts++;
    }

    /// <summary>An entry that a commit revokes.</summary>
    public void Revoked(Guid? importId, string? leadId)
    {
        if (importId is { } id && leadId is null) Of(id).Revoked++;
    }

    /// <summary>Writes what was counted of one commit.</summary>
    public void Write(string organization)
    {
        foreach (var (importId, counted) in _counted)
        {
            if (counted.First is { } first)
                _add.Bind(organization).Bind(importId).Bind(first.AddedBy).Bind(first.AddedAt).Bind(counted.Entries).Bind(counted.OptOuts).Run();
            if (counted.Revoked > 0) _revoke.Bind(organization).Bind(importId).Bind(counted.Revoked).Run();
        }
    }

    public static EntryImport Read(SqliteStatement row) =>
        new(row.Id(0), row.Text(1), row.Time(2), row.Long(3), row.Long(4), row.Long(5));

    Counted Of(Guid importId) => _counted.TryGetValue(importId, out var counted) ? counted : _counted[importId] = new();

    sealed class Counted
    {
        public DncEntry? First { get; set; }

        public long Entries { get; set; }

        public long OptOuts { get; set; }

        public long Revoked { get; set; }
    }
}
