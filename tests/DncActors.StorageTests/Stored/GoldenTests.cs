using System.Text;
using System.Text.Json.Serialization.Metadata;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Leads;
using DncActors.Domain.Ledger;
using DncActors.Domain.Registry;
using DncActors.Domain.Workflows;
using DncActors.Storage.Json;
using DncActors.Storage.Leads;
using DncActors.Storage.Ledger;
using DncActors.Storage.Registry;

namespace DncActors.StorageTests.Stored;

/// <summary>
/// The rows that are out there look like these files. A test that fails here says that old rows would be read wrongly, or new ones not by the version before:
/// a field may be added, never renamed.
/// </summary>
public sealed class GoldenTests
{
    static readonly DncEntry One = new(
        Samples.Id(1), Samples.Phone(1), Channels.Phone, EntrySource.Action, "asked – \"never\"", "L1", Samples.Id(9), "ann", Samples.Now, null, null, null);

    static readonly DncEntry Other = new(
        Samples.Id(2), Samples.Email("ada"), Channels.Email, EntrySource.Import, "list", null, null, "key:crm", Samples.Now, Samples.Now.AddDays(9),
        Samples.Id(7), null);

    static readonly Revocation Revocation = new(Samples.Now, "bob", "consented anew", "letter 17", Samples.Id(8));

    [Fact]
    public void A_lead()
    {
        var lead = new Lead(
            "L1", 4, "lead", Samples.New, "Ada",
            [
                new LeadContactPoint(Samples.Phone(1), "(200) 000-0001", "home", true),
                new LeadContactPoint(Samples.Email("ada"), "Ada@", null, false),
            ],
            ["east"], "{}", [new LeadFlag(Samples.Id(9), Channels.All, ContactPointSelection.Primary, "asked", Samples.Now, "ann", Samples.Now.AddDays(1))],
            Samples.Now, Samples.Now, "ann", Samples.Id(7));
        Check("lead", StoredLead.Of(lead), StoredJson.Default.StoredLead, lead, stored => stored.ToLead(
            lead.Id, lead.Version, lead.RecordType, lead.At, lead.Name, lead.Attributes, lead.CreatedAt, lead.ImportId));
    }

    [Fact]
    public void An_execution()
    {
        var execution = new Execution(
            Samples.Id(9), "L1", "a1", "Do Not Contact", "Compliance", 3, "ann", Samples.Now, Samples.New, Samples.Dead, true, [Samples.Id(1)], [Samples.Id(2)],
            ["east"], "was angry", "letter", Samples.Now.AddHours(-1), [Samples.Phone(5)]);
        Check("execution", StoredExecution.Of(execution), StoredJson.Default.StoredExecution, execution, stored => stored.ToExecution(
            execution.Id, execution.LeadId, execution.ActionId, execution.From, execution.Actor, execution.At, execution.AddsToDoNotContact));
    }

    [Fact]
    public void A_change()
    {
        var draft = new ChangeDraft
        {
            Type = ChangeTypes.LeadDoNotContact,
            LeadId = "L1",
            Subject = "s",
            ExecutionId = Samples.Id(9),
            ActionName = "Do Not Contact",
            From = Samples.New,
            To = Samples.Dead,
            Added = [One, One with { Id = Samples.Id(3), Point = Samples.Phone(2) }, Other],
            Revoked = [new EntryRevocation(Samples.Id(4), Samples.Email("bob"), Channels.Email, EntrySource.OptOut, Revocation)],
            Document = new Domain.People.Role("r1", 2, false, "Closer", Domain.People.Permissions.LeadRead, false),
            Before = "{}",
            After = "[]",
            UserGroups = ["east"],
        };
        Check("change", StoredChange.Of(draft), StoredJson.Default.StoredChange, draft, stored => stored.ToDraft(draft.Type, draft.LeadId));
    }

    [Fact]
    public void The_blocks_of_a_change()
    {
        PointBlock[] blocks =
        [
            new(Samples.Phone(1), new BlockedUntil(BlockedUntil.Forever, 1_800_000_000_000, 0)),
            new(Samples.Email("ada"), new BlockedUntil(0, 0, 1)),
            new(Samples.Phone(2), BlockedUntil.Nothing),
        ];
        Check("blocks", [.. blocks.Select(StoredBlock.Of)], StoredJson.Default.StoredBlockArray, blocks, stored => stored.Select(b => b.ToBlock()).ToArray());
    }

    [Fact]
    public void A_revocation() =>
        Check("revocation", StoredRevocation.Of(Revocation), StoredJson.Default.StoredRevocation, Revocation, stored => stored.ToRevocation());

    [Fact]
    public void Documents_of_every_kind()
    {
        foreach (var document in Documents.OfEveryKind())
            Check($"document-{document.Kind}", StoredDocument.Of(document), StoredJson.Default.StoredDocument, document, stored => stored.ToDocument());
    }

    [Fact]
    public void A_user_with_a_login()
    {
        var user = new Domain.People.User("u1", 1, false, "Ann", ["closer"], ["east"], "ann@acme.example");
        Check("document-User-login", StoredDocument.Of(user), StoredJson.Default.StoredDocument, user, stored => stored.ToDocument());
    }

    static void Check<T>(string name, T stored, JsonTypeInfo<T> type, object domain, Func<T, object> read)
    {
        using var file = typeof(GoldenTests).Assembly.GetManifestResourceStream($"{name}.json");
        var written = Encoding.UTF8.GetString(StoredText.Write(stored, type));
        Assert.True(file is not null, $"Stored/Golden/{name}.json is missing; what would be stored is\n{written}");
        var golden = new StreamReader(file).ReadToEnd().TrimEnd();

        Assert.Equal(golden, written);
        Same.As(domain, read(StoredText.Read(Encoding.UTF8.GetBytes(golden), type)));
    }
}
