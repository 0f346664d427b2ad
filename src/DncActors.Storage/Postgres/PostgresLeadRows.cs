using DncActors.Domain.Leads;
using DncActors.Domain.Ledger;
using DncActors.Domain.Workflows;
using DncActors.Storage.Json;
using DncActors.Storage.Leads;
using DncActors.Storage.Ledger;
using Npgsql;

namespace DncActors.Storage.Postgres;

/// <summary>Leads on their way to the writer, and how any row of them is read.</summary>
internal sealed class PostgresLeadRows(int count)
{
    /// <summary>The columns that <see cref="Read"/> reads, in its order.</summary>
    public const string Columns =
        "lead.id, lead.version, lead.record_type, lead.workflow_id, lead.status_id, lead.name, lead.attributes, lead.created_at, lead.import_id, lead.body";

    public const int ColumnCount = 10;

    readonly List<int> _commits = new(count);
    readonly List<string> _ids = new(count);
    readonly List<long> _expected = new(count);
    readonly List<string> _types = new(count);
    readonly List<string> _workflows = new(count);
    readonly List<string> _statuses = new(count);
    readonly List<long> _flagsUntil = new(count);
    readonly List<bool> _ownEntries = new(count);
    readonly List<string?> _names = new(count);
    readonly List<string> _words = new(count);
    readonly List<long> _createdAt = new(count);
    readonly List<Guid?> _imports = new(count);
    readonly List<string> _attributes = new(count);
    readonly List<byte[]> _bodies = new(count);
    readonly List<bool> _newPoints = new(count);
    readonly List<int> _pointLeads = [];
    readonly List<short> _pointKinds = [];
    readonly List<string> _pointValues = [];

    /// <param name="ownEntries">Whether the commit touches entries of the lead: a new one has none but those.</param>
    public void Add(int place, LeadWrite write, byte[] body, bool ownEntries)
    {
        var lead = write.Lead;
        _commits.Add(place);
        _ids.Add(lead.Id);
        _expected.Add(write.ExpectedVersion);
        _types.Add(lead.RecordType);
        _workflows.Add(lead.At.WorkflowId);
        _statuses.Add(lead.At.StatusId);
        _flagsUntil.Add(FlagsUntil(lead));
        _ownEntries.Add(ownEntries);
        _names.Add(lead.Name);
        _words.Add(string.Join(' ', NameWords.Of(lead.Name)));
        _createdAt.Add(lead.CreatedAt.UtcTicks);
        _imports.Add(lead.ImportId);
        _attributes.Add(lead.Attributes);
        _bodies.Add(body);
        _newPoints.Add(write.ContactPointsChanged);
        if (write.ExpectedVersion == 0 || write.ContactPointsChanged) AddPoints(lead);
    }

    public void AddTo(NpgsqlParameterCollection parameters)
    {
        parameters.Add(PostgresColumn.Of(_commits));
        parameters.Add(PostgresColumn.Of(_ids));
        parameters.Add(PostgresColumn.Of(_expected));
        parameters.Add(PostgresColumn.Of(_types));
        parameters.Add(PostgresColumn.Of(_workflows));
        parameters.Add(PostgresColumn.Of(_statuses));
        parameters.Add(PostgresColumn.Of(_flagsUntil));
        parameters.Add(PostgresColumn.Of(_ownEntries));
        parameters.Add(PostgresColumn.OfNullable(_names));
        parameters.Add(PostgresColumn.Of(_words));
        parameters.Add(PostgresColumn.Of(_createdAt));
        parameters.Add(PostgresColumn.Of(_imports));
        parameters.Add(PostgresColumn.Of(_attributes));
        parameters.Add(PostgresColumn.Of(_bodies));
        parameters.Add(PostgresColumn.Of(_newPoints));
        parameters.Add(PostgresColumn.Of(_pointLeads));
        parameters.Add(PostgresColumn.Of(_pointKinds));
        parameters.Add(PostgresColumn.Of(_pointValues));
    }

    public static Lead Read(PostgresRow row, int first = 0) =>
        StoredText.Read(row.Bytes(first + 9), StoredJson.Default.StoredLead).ToLead(
            row.Text(first),
            row.Long(first + 1),
            row.Text(first + 2),
            new StatusRef(row.Text(first + 3), row.Text(first + 4)),
            row.TextOrNull(first + 5),
            row.Text(first + 6),
            row.Time(first + 7),
            row.IdOrNull(first + 8));

    static long FlagsUntil(Lead lead)
    {
        var until = 0L;
        foreach (var flag in lead.Flags.OrEmpty()) until = Math.Max(until, flag.ExpiresAt?.UtcTicks ?? long.MaxValue);
        return until;
    }

    void AddPoints(Lead lead)
    {
        foreach (var point in lead.ContactPoints.OrEmpty().Select(p => p.Point).Distinct())
        {
            _pointLeads.Add(_ids.Count);
            _pointKinds.Add((short)point.Kind);
            _pointValues.Add(point.Value);
        }
    }
}
