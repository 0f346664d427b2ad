using System.Collections.Immutable;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Ledger;
using DncActors.Domain.Registry;
using DncActors.Storage.Json;
using DncActors.Storage.Ledger;
using Npgsql;

namespace DncActors.Storage.Postgres;

/// <summary>The log's lines on their way to the writer, and how any of them is read.</summary>
internal sealed class PostgresChangeRows(int count)
{
    /// <summary>The columns that <see cref="Read"/> reads, in its order.</summary>
    public const string Columns =
        """
        change.sequence, change.commit_id, change.organization, change.at, change.actor, change.type, change.lead_id, change.body, change.blocks
        """;

    public const string HeadSql = "select sequence from ledger_head";

    readonly List<int> _commits = new(count);
    readonly List<int> _places = new(count);
    readonly List<string> _types = new(count);
    readonly List<string?> _leads = new(count);
    readonly List<int> _since = new(count);
    readonly List<int> _until = new(count);
    readonly List<byte[]> _bodies = new(count);
    readonly List<int> _groupChanges = new(count);
    readonly List<string> _groups = new(count);
    readonly List<ContactPoint> _points = new(2 * count);

    public void Add(int place, PendingCommit pending)
    {
        var changes = pending.Commit.Changes;
        for (var i = 0; i < changes.Length; i++)
        {
            // What the change before it is about as well is looked up once for both.
            var again = i > 0 && pending.Points[i] == pending.Points[i - 1];
            _since.Add(again ? _since[^1] : _points.Count);
            if (!again) _points.AddRange(pending.Points[i]);
            _until.Add(_points.Count);
            _commits.Add(place);
            _places.Add(1 + i);
            _types.Add(changes[i].Type);
            _leads.Add(changes[i].LeadId);
            _bodies.Add(pending.Changes[i]);
            foreach (var group in changes[i].UserGroups.OrEmpty().Distinct())
            {
                _groupChanges.Add(_commits.Count);
                _groups.Add(group);
            }
        }
    }

    public void AddTo(NpgsqlParameterCollection parameters)
    {
        parameters.Add(PostgresColumn.Of(_commits));
        parameters.Add(PostgresColumn.Of(_places));
        parameters.Add(PostgresColumn.Of(_types));
        parameters.Add(PostgresColumn.OfNullable(_leads));
        parameters.Add(PostgresColumn.Of(_since));
        parameters.Add(PostgresColumn.Of(_until));
        parameters.Add(PostgresColumn.Of(_bodies));
        parameters.Add(PostgresColumn.Of(_groupChanges));
        parameters.Add(PostgresColumn.Of(_groups));
        parameters.Add(PostgresColumn.Of(_points.ConvertAll(p => (short)p.Kind)));
        parameters.Add(PostgresColumn.Of(_points.ConvertAll(p => p.Value)));
    }

    /// <summary>The blocks of the change that was added as this one of all, as the function answered them.</summary>
    public ImmutableArray<PointBlock> BlocksOf(int change, long[,]? blocks)
    {
        if (_until[change] == _since[change]) return [];
        var result = ImmutableArray.CreateBuilder<PointBlock>(_until[change] - _since[change]);
        for (var i = _since[change]; i < _until[change]; i++)
            result.Add(Block(_points[i], blocks!, i));
        return result.MoveToImmutable();
    }

    public static Change Read(PostgresRow row)
    {
        var what = StoredText.Read(row.Bytes(7), StoredJson.Default.StoredChange).ToDraft(row.Text(5), row.TextOrNull(6));
        return new Change(row.Long(0), row.Id(1), row.Text(2), row.Time(3), row.Text(4), what, Blocks(what, row.Array<long[,]>(8)));
    }

    static ImmutableArray<PointBlock> Blocks(ChangeDraft what, long[,]? blocks) =>
        blocks is null ? [] : [.. ChangePoints.Of(what).Select((point, i) => Block(point, blocks, i))];

    static PointBlock Block(ContactPoint point, long[,] blocks, int row) =>
        new(point, new BlockedUntil(PostgresBlocks.Until(blocks[row, 0]), PostgresBlocks.Until(blocks[row, 1]), PostgresBlocks.Until(blocks[row, 2])));
}
