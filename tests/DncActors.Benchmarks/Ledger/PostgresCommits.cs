using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Identity;
using DncActors.Domain.Leads;
using DncActors.Domain.Ledger;
using DncActors.Domain.Registry;
using DncActors.Domain.Workflows;
using DncActors.Storage.Postgres;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DncActors.Benchmarks.Ledger;

/// <summary>
/// The ledger on PostgreSQL without anything around it: commits of executions a second, so many at a time, each on a fresh lead with three contact points; six
/// entries, two changes.
/// </summary>
static class PostgresCommits
{
    const string Organization = "default";
    const int LeadsOfAnImport = 500;
    const int Contacts = 3;

    static readonly StatusRef New = new("workflow", "new");
    static readonly StatusRef Dead = new("workflow", "dead");
    static readonly Uuid7IdSource Ids = new();
    static readonly DateTimeOffset Start = new(2026, 7, 1, 0, 0, 0, TimeSpan.Zero);

    public static async Task<int> RunAsync(string[] arguments)
    {
        if (arguments is not [var connectionString, .. var rest]) return 2;
        var executions = rest.Length > 0 ? int.Parse(rest[0], CultureInfo.InvariantCulture) : 40_000;
        int[] atOnce = rest.Length > 1 ? [.. rest[1..].Select(n => int.Parse(n, CultureInfo.InvariantCulture))] : [64, 256];
        await using var services = new ServiceCollection()
            .AddLogging().AddPostgresStorage(new PostgresStorageOptions { ConnectionString = connectionString }).BuildServiceProvider();
        var storage = services.GetServices<IHostedService>().Single();
        await storage.StartAsync(CancellationToken.None);
        var ledger = services.GetRequiredService<ILedger>();
        foreach (var inFlight in atOnce) await MeasureAsync(ledger, executions, inFlight);
        await storage.StopAsync(CancellationToken.None);
        return 0;
    }

    static async Task MeasureAsync(ILedger ledger, int executions, int inFlight)
    {
        var run = Ids.Next(Start).ToString("N")[20..];
        Lead[] leads = [.. Enumerable.Range(0, executions).Select(i => Lead($"{run}-{i:D7}", i))];
        var began = Stopwatch.GetTimestamp();
        foreach (var chunk in leads.Chunk(LeadsOfAnImport)) await ledger.CommitAsync(Import([.. chunk]));
        Console.WriteLine($"imported {leads.Length / Stopwatch.GetElapsedTime(began).TotalSeconds:N0} leads/s");

        Commit[] commits = [.. leads.Select(DoNotContact)];
        var next = -1;
        began = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, inFlight).Select(async _ =>
        {
            while (Interlocked.Increment(ref next) is var i && i < commits.Length)
            {
                var result = await ledger.CommitAsync(commits[i]);
                if (result.Outcome != CommitOutcome.Done) throw new InvalidOperationException($"{result}");
            }
        }));
        Console.WriteLine($"{inFlight} in flight: {commits.Length / Stopwatch.GetElapsedTime(began).TotalSeconds:N0} executions/s");
    }

    static Lead Lead(string id, int number) => new(
        id, 1, "lead", New, "Ada Lovelace",
        [
            .. Enumerable.Range(0, Contacts - 1).Select(c => new LeadContactPoint(Phone(number, c), "(200) 000-0000", "home", c == 0)),
            new LeadContactPoint(new ContactPoint(ContactPointKind.Email, $"ada.{id}@example.com"), $"Ada.{id}@example.com", null, true),
        ],
        ["east"], """{"score": 7}""", [], Start, Start, "ann", null);

    // Spread over the index, as people's numbers are.
    static ContactPoint Phone(int lead, int number) =>
        new(ContactPointKind.Phone, $"+1{2_000_000_000L + (((lead * 7_919L) + (number * 500_009L)) % 999_999_937L)}");

    static Commit Import(ImmutableArray<Lead> leads) => new()
    {
        Id = Ids.Next(Start),
        Fingerprint = Ids.Next(Start),
        Organization = Organization,
        Actor = "ann",
        At = Start,
        Leads = [.. leads.Select(l => new LeadWrite(l, 0, true))],
        Changes = [new ChangeDraft { Type = ChangeTypes.LeadsImported }],
    };

    static Commit DoNotContact(Lead lead, int number)
    {
        var id = StableId.Of(lead.Id);
        var at = Start.AddMilliseconds(number);
        var flag = new LeadFlag(id, Channels.All, ContactPointSelection.All, "asked", at, "ann", null);
        ImmutableArray<DncEntry> entries =
        [
            .. lead.ContactPoints.Select(p => Entry(lead, p.Point, EntrySource.Action, id, at)),
            .. lead.ContactPoints.Select(p => Entry(lead, p.Point, EntrySource.LeadStatus, id, at)),
        ];
        var after = lead with { Version = 2, At = Dead, StatusSince = at, Flags = [flag] };
        var execution = new Execution(
            id, lead.Id, "act-1", "Do Not Contact", "Compliance", 3, "ann", at, New, Dead, true,
            [.. entries.Select(e => e.Id)], [], ["east"], "was angry", null,
            null, []);
        var change = new ChangeDraft
        {
            Type = ChangeTypes.LeadMoved,
            LeadId = lead.Id,
            ExecutionId = id,
            ActionName = "Do Not Contact",
            UserGroups = ["east"],
        };
        return new Commit
        {
            Id = id,
            Fingerprint = id,
            Organization = Organization,
            Actor = "ann",
            At = at,
            Guards = [new DocumentGuard(DocumentKind.Workflow, "workflow", 0), new DocumentGuard(DocumentKind.Organization, "settings", 0)],
            Leads = [new LeadWrite(after, 1, false)],
            Add = entries,
            Execution = execution,
            Changes = [change with { Type = ChangeTypes.LeadDoNotContact, Added = entries }, change with { From = New, To = Dead }],
        };
    }

    static DncEntry Entry(Lead lead, ContactPoint point, EntrySource source, Guid execution, DateTimeOffset at) => new(
        Ids.Next(at), point, point.Channels, source, "asked not to be contacted", lead.Id, execution, "ann", at, null, null, null);
}
