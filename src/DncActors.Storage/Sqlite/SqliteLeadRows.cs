using DncActors.Domain.Leads;
using DncActors.Domain.Ledger;
using DncActors.Domain.Workflows;
using DncActors.Storage.Json;

namespace DncActors.Storage.Sqlite;

/// <summary>Leads as the writer sees them, and how any row of them is read.</summary>
internal sealed class SqliteLeadRows(SqliteSession session)
{
    /// <summary>The columns that <see cref="Read"/> reads, in its order.</summary>
    public const string Columns =
        "lead.id, lead.version, lead.record_type, lead.workflow_id, lead.status_id, lead.name, lead.attributes, lead.created_at, lead.import_id, lead.body";

    public const int ColumnCount = 10;

    readonly SqliteStatement _find = session.Prepare("select ordinal, version from lead where organization = ?1 and id = ?2");
    // Two statements: one for both would leave the status out of the index, and look through the whole workflow where the status is empty.
    readonly SqliteStatement _standing = session.Prepare("select 1 from lead where organization = ?1 and workflow_id = ?2 and status_id = ?3 limit 1");
    readonly SqliteStatement _standingAnywhere = session.Prepare("select 1 from lead where organization = ?1 and workflow_id = ?2 limit 1");
    readonly SqliteStatement _insert = session.Prepare(
        """
        insert into lead (
            organization, id, version, sequence, record_type, workflow_id, status_id, flagged_until, name, created_at, import_id, attributes, body)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
        """);
    readonly SqliteStatement _update = session.Prepare(
        """
        update lead
        set version = ?2, sequence = ?3, workflow_id = ?4, status_id = ?5, flagged_until = ?6, name = ?7, import_id = ?8, attributes = ?9, body = ?10
        where ordinal = ?1
        """);
    readonly SqliteStatement _name = session.Prepare("select name from lead where ordinal = ?1");
    readonly SqliteStatement _body = session.Prepare("select body from lead where ordinal = ?1");
    readonly SqliteStatement _touch = session.Prepare("update lead set version = version + 1, sequence = ?2, flagged_until = ?3 where ordinal = ?1");
    readonly SqliteStatement _ownEntries = session.Prepare(
        "select expires_at from entry where organization = ?1 and lead_id = ?2 and revoked_at is null and source in (0, 4)");
    readonly SqliteLeadKeys _keys = new(session);

    /// <summary>The lead's ordinal and version; (0, 0) where there is none.</summary>
    public (long Ordinal, long Version) Find(string organization, string leadId)
    {
        _find.Bind(organization).Bind(leadId);
        var found = _find.Step() ? (_find.Long(0), _find.Long(1)) : default;
        _find.Reset();
        return found;
    }

    public bool AnyStanding(string organization, EmptyGuard guard) => guard.StatusId is { } statusId
        ? _standing.Bind(organization).Bind(guard.WorkflowId).Bind(statusId).Any()
        : _standingAnywhere.Bind(organization).Bind(guard.WorkflowId).Any();

    public void Insert(string organization, Lead lead, byte[] body, long sequence, long flaggedUntil)
    {
        _insert.Bind(organization).Bind(lead.Id).Bind(lead.Version).Bind(sequence)
            .Bind(lead.RecordType).Bind(lead.At.WorkflowId).Bind(lead.At.StatusId).Bind(flaggedUntil)
            .Bind(lead.Name).Bind(lead.CreatedAt).Bind(lead.ImportId).Bind(lead.Attributes).BindText(body)
            .Run();
        var ordinal = session.LastOrdinal;
        _keys.AddPoints(organization, ordinal, lead.ContactPoints);
        _keys.AddWords(organization, ordinal, lead.Name);
    }

    public void Update(string organization, long ordinal, LeadWrite write, byte[] body, long sequence, long flaggedUntil)
    {
        var lead = write.Lead;
        var oldName = _name.Bind(ordinal).First(row => row.TextOrNull(0) ?? "");
        if (!string.Equals(oldName, lead.Name ?? "", StringComparison.Ordinal)) _keys.ReplaceWords(organization, ordinal, oldName, lead.Name);
        if (write.ContactPointsChanged)
        {
            var old = _body.Bind(ordinal).First(row => StoredText.Read(row.Bytes(0), StoredJson.Default.StoredLead))!;
            _keys.ReplacePoints(organization, ordinal, old.ContactPoints, lead.ContactPoints);
        }
        _update.Bind(ordinal).Bind(lead.Version).Bind(sequence)
            .Bind(lead.At.WorkflowId).Bind(lead.At.StatusId).Bind(flaggedUntil)
            .Bind(lead.Name).Bind(lead.ImportId).Bind(lead.Attributes).BindText(body)
            .Run();
    }

    /// <summary>An entry of the lead came or went without the lead being written: plans on it must fail, and its flag may have changed.</summary>
    public void Touch(string organization, string leadId, long sequence)
    {
        var (ordinal, _) = Find(organization, leadId);
        if (ordinal == 0) return;
        var body = _body.Bind(ordinal).First(row => StoredText.Read(row.Bytes(0), StoredJson.Default.StoredLead))!;
        var flagged = OwnEntriesUntil(organization, leadId);
        foreach (var flag in body.Flags ?? []) flagged = Math.Max(flagged, flag.ExpiresAt ?? long.MaxValue);
        _touch.Bind(ordinal).Bind(sequence).Bind(flagged).Run();
    }

    /// <summary>Until when the lead's flags and its own entries keep it on the list.</summary>
    public long FlaggedUntil(string organization, Lead lead, bool isNew)
    {
        var until = 0L;
        foreach (var flag in lead.Flags.IsDefault ? [] : lead.Flags) until = Math.Max(until, flag.ExpiresAt?.UtcTicks ?? long.MaxValue);
        return until == long.MaxValue || isNew ? until : Math.Max(until, OwnEntriesUntil(organization, lead.Id));
    }

    public long OwnEntriesUntil(string organization, string leadId)
    {
        var until = 0L;
        _ownEntries.Bind(organization).Bind(leadId);
        while (_ownEntries.Step()) until = Math.Max(until, _ownEntries.LongOrNull(0) ?? long.MaxValue);
        _ownEntries.Reset();
        return until;
    }

    public static Lead Read(SqliteStatement row, int first = 0) =>
        StoredText.Read(row.Bytes(first + 9), StoredJson.Default.StoredLead).ToLead(
            row.Text(first),
            row.Long(first + 1),
            row.Text(first + 2),
            new StatusRef(row.Text(first + 3), row.Text(first + 4)),
            row.TextOrNull(first + 5),
            row.Text(first + 6),
            row.Time(first + 7),
            row.IdOrNull(first + 8));
}
