using System.Collections.Immutable;
using System.Globalization;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Leads;

namespace DncActors.Host.Demo;

/// <summary>The demo's leads, the same at every start: who they are, where they stand, how they can be reached.</summary>
static class DemoLeads
{
    internal const int Count = 3_000;
    const int Seed = 20_260_101;

    static readonly string[] Sources = ["Website", "Referral", "Trade fair", "Partner", "Cold list"];

    /// <param name="statusIds">Of each workflow: its statuses' ids by name.</param>
    internal static IEnumerable<LeadDraft> All(ImmutableDictionary<string, ImmutableDictionary<string, string>> statusIds)
    {
        var random = new Random(Seed);
        var names = new DemoNames(random);
        for (var n = 1; n <= Count; n++)
        {
            var workflow = DemoWorkflows.All[random.Next(20) switch { < 10 => 0, < 17 => 1, _ => 2 }];
            var person = names.Person();
            yield return new LeadDraft(
                IdOf(n),
                workflow.RecordType,
                workflow.Id,
                statusIds[workflow.Id][StatusOf(workflow, random.Next(100))],
                person,
                ContactPoints(names, person, n),
                [workflow.UserGroup],
                $$"""{"source":"{{names.Pick(Sources)}}","score":{{random.Next(1, 100)}}}""");
        }
    }

    internal static string IdOf(int n) => string.Create(CultureInfo.InvariantCulture, $"lead-{n:D5}");

    static string StatusOf(DemoWorkflow workflow, int percent)
    {
        foreach (var (draft, share) in workflow.Statuses)
        {
            percent -= share;
            if (percent < 0) return draft.Name;
        }
        return workflow.Statuses[0].Draft.Name;
    }

    static ImmutableArray<ContactPointDraft> ContactPoints(DemoNames names, string person, int n)
    {
        var points = ImmutableArray.CreateBuilder<ContactPointDraft>();
        points.Add(new(ContactPointKind.Phone, names.Phone(n), "mobile", true));
        // Households share a line: some numbers are another lead's too.
        if (names.Chance(35)) points.Add(new(ContactPointKind.Phone, names.Phone(Count + (n / 2)), "home", false));
        if (names.Chance(80)) points.Add(new(ContactPointKind.Email, names.Email(person, n), "private", false));
        return points.ToImmutable();
    }
}
