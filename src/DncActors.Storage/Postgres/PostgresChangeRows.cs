using System.Collections.Immutable;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Ledger;
using DncActors.Domain.Registry;
using DncActors.Storage.Json;
using DncActors.Storage.Ledger;
using Npgsql;
using NpgsqlTypes;

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

    /// <summary>In place of a place: the point's own commit blocks it for good.</summary>
    const int ForGood = -1;

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

    /// <summary>For each point its place among those that are looked up, or <see cref="ForGood"/>.</summary>
    readonly List<int> _lookUpPlaces = new(2 * count);
    readonly List<ContactPoint> _lookedUp = [];

    public void Add(int place, PendingCommit pending)
    {
        var changes = pending.Commit.Changes;
        for (var i = 0; i < changes.Length; i++)
        {
            // What the change before it is about as well is looked up once for both.
            var again = i > 0 && pending.Points[i] == pending.Points[i - 1];
            _since.Add(again ? _since[^1] : _points.Count);
            if (!again) AddPoints(pending.Points[i], pending.ForGood[i]);
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
        parameters.Add(new NpgsqlParameter<long[,]> { TypedValue = BlocksForGood(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint });
        parameters.Add(PostgresColumn.Of(Places()));
        parameters.Add(PostgresColumn.Of(_lookedUp.ConvertAll(p => (short)p.Kind)));
        parameters.Add(PostgresColumn.Of(_lookedUp.ConvertAll(p => p.Value)));
    }

    /// <summary>The blocks of the change that was added as this one of all; those that were looked up as the function answered them.</summary>
    public ImmutableArray<PointBlock> BlocksOf(int change, long[,]? blocks)
    {
        if (_until[change] == _since[change]) return [];
        var result = ImmutableArray.CreateBuilder<PointBlock>(_until[change] - _since[change]);
        for (var i = _since[change]; i < _until[change]; i++)
            result.Add(_lookUpPlaces[i] == ForGood ? BlockForGood(_points[i]) : Block(_points[i], blocks!, _lookUpPlaces[i]));
        return result.MoveToImmutable();
    }

    public static Change Read(PostgresRow row)
    {
        var what = StoredText.Read(row.Bytes(7), StoredJson.Default.StoredChange).ToDraft(row.Text(5), row.TextOrNull(6));
        return new Change(row.Long(0), row.Id(1), row.Text(2), row.Time(3), row.Text(4), what, Blocks(what, row.Array<long[,]>(8)));
    }

    void AddPoints(ContactPoint[] points, bool[] forGood)
    {
        for (var i = 0; i < points.Length; i++)
        {
            _points.Add(points[i]);
            _lookUpPlaces.Add(forGood[i] ? ForGood : _lookedUp.Count);
            if (!forGood[i]) _lookedUp.Add(points[i]);
        }
    }

    /// <summary>As a change's column has them, where "never" and "for ever" are the index's own; zeros for those that are looked up.</summary>
    long[,] BlocksForGood()
    {
        var blocks = new long[_points.Count, ChannelText.Each.Length];
        for (var i = 0; i < _points.Count; i++)
        {
            if (_lookUpPlaces[i] != ForGood) continue;
            var until = BlockForGood(_points[i]).Until;
            (blocks[i, 0], blocks[i, 1], blocks[i, 2]) = (until.Call, until.Sms, until.Email);
        }
        return blocks;
    }

    /// <summary>Of those that are looked up, among all; from 1.</summary>
    List<int> Places()
    {
        var places = new List<int>(_lookedUp.Count);
        for (var i = 0; i < _lookUpPlaces.Count; i++)
        {
            if (_lookUpPlaces[i] != ForGood) places.Add(i + 1);
        }
        return places;
    }

    static ImmutableArray<PointBlock> Blocks(ChangeDraft what, long[,]? blocks) =>
        blocks is null ? [] : [.. ChangePoints.Of(what).Select((point, i) => Block(point, blocks, i))];

    static PointBlock BlockForGood(ContactPoint point) => new(point, BlockedUntil.ForGood(point.Channels));

    static PointBlock Block(ContactPoint point, long[,] blocks, int row) =>
        new(point, new BlockedUntil(PostgresBlocks.Until(blocks[row, 0]), PostgresBlocks.Until(blocks[row, 1]), PostgresBlocks.Until(blocks[row, 2])));
}
