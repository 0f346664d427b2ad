using System.Collections.Immutable;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Leads;
using DncActors.Domain.Ledger;
using DncActors.Domain.Registry;
using DncActors.Domain.Workflows;

namespace DncActors.StorageTests;

/// <summary>Leads, entries and commits that mean nothing in particular, each with ids of its own.</summary>
public static class Samples
{
    public const string Organization = "acme";

    public static readonly DateTimeOffset Now = new(2026, 7, 1, 12, 30, 15, 123, 456, TimeSpan.Zero);

    public static readonly StatusRef New = new("sales", "new");
    public static readonly StatusRef Dead = new("sales", "dnc");

    static long _last;

    /// <summary>Different at every call, later ones behind earlier ones.</summary>
    public static Guid Id() => Id(Interlocked.Increment(ref _last));

    public static Guid Id(long number) => new(0x0198_0000, 0, 0x7000, 0x80, 0, (byte)(number >> 40), (byte)(number >> 32), (byte)(number >> 24),
        (byte)(number >> 16), (byte)(number >> 8), (byte)number);

    public static ContactPoint Phone(long number) => new(ContactPointKind.Phone, $"+1{2_000_000_000 + number}");

    public static ContactPoint Email(string name) => new(ContactPointKind.Email, $"{name}@example.com");

    public static Lead Lead(string id, params ImmutableArray<ContactPoint> points) => new(
        id,
        1,
        "lead",
        New,
        "Ada Lovelace",
        [.. points.Select((p, i) => new LeadContactPoint(p, $" {p.Value} ", i == 0 ? "home" : null, i == 0))],
        ["east"],
        """{"score": 7}""",
        [],
        Now,
        Now,
        "ann",
        null);

    public static DncEntry Entry(ContactPoint point, Channels? channels = null, string? leadId = null, DateTimeOffset? expiresAt = null) => new(
        Id(),
        point,
        channels ?? point.Channels,
        leadId is null ? EntrySource.Manual : EntrySource.Action,
        "asked not to be called",
        leadId,
        leadId is null ? null : Id(),
        "ann",
        Now,
        expiresAt,
        null,
        null);

    public static EntryRevocation Revoke(DncEntry entry, string by = "bob") => new(
        entry.Id, entry.Point, entry.Channels, entry.Source, new Revocation(Now.AddMinutes(5), by, "consented anew", "letter 17", null));

    public static Execution Execution(Guid id, Lead lead, StatusRef to, params ImmutableArray<DncEntry> entries) => new(
        id,
        lead.Id,
        "act-1",
        "Do Not Contact",
        "Compliance",
        3,
        "ann",
        Now,
        lead.At,
        to,
        entries.Length > 0,
        [.. entries.Select(e => e.Id)],
        [],
        lead.UserGroups,
        "was angry",
        null,
        null,
        []);

    /// <summary>A commit that only tells the log something, to be completed with <c>with</c>.</summary>
    public static Commit Commit(string type = ChangeTypes.OrganizationChanged, string? leadId = null) => new()
    {
        Id = Id(),
        Fingerprint = Id(),
        Organization = Organization,
        Actor = "ann",
        At = Now,
        Changes = [new ChangeDraft { Type = type, LeadId = leadId }],
    };

    public static Commit Create(params ImmutableArray<Lead> leads) => Commit(ChangeTypes.LeadCreated, leads[0].Id) with
    {
        Leads = [.. leads.Select(l => new LeadWrite(l, 0, true))],
    };

    public static Commit Add(params ImmutableArray<DncEntry> entries) => Commit(ChangeTypes.EntriesAdded) with
    {
        Add = entries,
        Changes = [new ChangeDraft { Type = ChangeTypes.EntriesAdded, Added = entries }],
    };

    public static Commit RevokeAll(params ImmutableArray<DncEntry> entries)
    {
        ImmutableArray<EntryRevocation> revoked = [.. entries.Select(e => Revoke(e))];
        return Commit(ChangeTypes.EntryRevoked) with { Revoke = revoked, Changes = [new ChangeDraft { Type = ChangeTypes.EntryRevoked, Revoked = revoked }] };
    }

    /// <summary>The commit of a Do-Not-Contact action: the lead moved and flagged, two entries for each contact point, an execution, two changes.</summary>
    public static Commit DoNotContact(Lead lead)
    {
        var id = Id();
        var flag = new LeadFlag(id, Channels.All, ContactPointSelection.All, "asked", Now, "ann", null);
        ImmutableArray<DncEntry> entries =
        [
            .. lead.ContactPoints.Select(p => Entry(p.Point, leadId: lead.Id) with { ExecutionId = id }),
            .. lead.ContactPoints.Select(p => Entry(p.Point, leadId: lead.Id) with { Source = EntrySource.LeadStatus, Reason = "lead stands in DNC" }),
        ];
        return new Commit
        {
            Id = id,
            Fingerprint = Id(),
            Organization = Organization,
            Actor = "ann",
            At = Now,
            Leads = [new LeadWrite(lead with { Version = lead.Version + 1, At = Dead, StatusSince = Now, Flags = [.. lead.Flags, flag] }, lead.Version, false)],
            Add = entries,
            Execution = Execution(id, lead, Dead, entries),
            Changes =
            [
                new ChangeDraft
                {
                    Type = ChangeTypes.LeadDoNotContact,
                    LeadId = lead.Id,
                    ExecutionId = id,
                    ActionName = "Do Not Contact",
                    Added = entries,
                    UserGroups = lead.UserGroups,
                },
                new ChangeDraft
                {
                    Type = ChangeTypes.LeadMoved,
                    LeadId = lead.Id,
                    ExecutionId = id,
                    ActionName = "Do Not Contact",
                    From = lead.At,
                    To = Dead,
                    UserGroups = lead.UserGroups,
                },
            ],
        };
    }
}
