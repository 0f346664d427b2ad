using System.Collections.Immutable;
using DncActors.Domain.Ledger;
using DncActors.Domain.Registry;
using DncActors.Storage.Json;
using DncActors.Storage.Ledger;

namespace DncActors.Storage.Sqlite;

/// <summary>The log's lines as the writer appends them, and how any of them is read.</summary>
internal sealed class SqliteChangeRows(SqliteSession session)
{
    /// <summary>The columns that <see cref="Read"/> reads, in its order.</summary>
    public const string Columns =
        """
        change.sequence, change.commit_id, change.organization, change.at, change.actor, change.type, change.lead_id, change.body, change.blocks
        """;

    public const int ColumnCount = 9;

    readonly SqliteStatement _insert = session.Prepare(
        """
        insert into change (sequence, organization, commit_id, at, actor, type, lead_id, touches_entries, body, blocks)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
        """);
    readonly SqliteStatement _group = session.Prepare(
        "insert or ignore into change_group (organization, user_group_id, sequence) values (?1, ?2, ?3)");

    public static long ReadHead(SqliteSession session) => session.ReadLong("select coalesce(max(sequence), 0) from change");

    public Change Append(Commit commit, ChangeDraft draft, byte[] body, long sequence, ImmutableArray<PointBlock> blocks)
    {
        var touches = !draft.Added.IsDefaultOrEmpty || !draft.Revoked.IsDefaultOrEmpty;
        var stored = blocks.IsEmpty ? null : StoredText.Write([.. blocks.Select(StoredBlock.Of)], StoredJson.Default.StoredBlockArray);
        _insert.Bind(sequence).Bind(commit.Organization).Bind(commit.Id).Bind(commit.At).Bind(commit.Actor).Bind(draft.Type).Bind(draft.LeadId)
            .Bind(touches).BindText(body).BindText(stored)
            .Run();
        foreach (var group in draft.UserGroups.OrEmpty()) _group.Bind(commit.Organization).Bind(group).Bind(sequence).Run();
        return new Change(sequence, commit.Id, commit.Organization, commit.At, commit.Actor, draft, blocks);
    }

    public static Change Read(SqliteStatement row) => new(
        row.Long(0),
        row.Id(1),
        row.Text(2),
        row.Time(3),
        row.Text(4),
        StoredText.Read(row.Bytes(7), StoredJson.Default.StoredChange).ToDraft(row.Text(5), row.TextOrNull(6)),
        row.IsNull(8) ? [] : StoredText.Items(StoredText.Read(row.Bytes(8), StoredJson.Default.StoredBlockArray), b => b.ToBlock()));
}
