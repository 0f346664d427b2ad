using System.Globalization;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Registry;

namespace DncActors.Host.Demo;

/// <summary>The demo's entries that stem from no action.</summary>
static class DemoEntries
{
    const int FromAList = 400;
    const int Manual = 30;
    const int OptOuts = 25;

    internal const int TypedCount = Manual + OptOuts;

    static readonly string[] Notes =
    [
        "Said on the phone: never call again", "Wrote an email and asked to be removed",
        "Spouse answered and asked us to stop", "Asked twice; note of the call is attached",
    ];

    internal static string Note(int n) => Notes[n % Notes.Length];

    /// <summary>A list from elsewhere, of people who are mostly no leads of ours.</summary>
    internal static IEnumerable<EntryDraft> Bought() =>
        from n in Enumerable.Range(0, FromAList)
        let phone = string.Create(CultureInfo.InvariantCulture, $"+1{720 + (n / 100)}55501{n % 100:D2}")
        select new EntryDraft(new(ContactPointKind.Phone, phone), Channels.Phone, "State do-not-call list", null, EntrySource.Import);

    /// <summary>What people typed in and what came by the opt-out link: some for ever, some until a date, a few that run out soon.</summary>
    internal static IEnumerable<EntryDraft> Typed(DateTimeOffset now)
    {
        for (var n = 0; n < Manual; n++)
        {
            var phone = string.Create(CultureInfo.InvariantCulture, $"+12125550{100 + n}");
            DateTimeOffset? until = (n % 3) switch { 0 => null, 1 => now.AddDays(180), _ => now.AddDays(1 + (n / 3)) };
            yield return new(new(ContactPointKind.Phone, phone), n % 2 == 0 ? Channels.Phone : Channels.Call, "Complaint by letter", until, EntrySource.Manual);
        }
        for (var n = 0; n < OptOuts; n++)
        {
            var email = string.Create(CultureInfo.InvariantCulture, $"reader{n}@example.org");
            yield return new(new(ContactPointKind.Email, email), Channels.Email, "Unsubscribed by the link in a newsletter", null, EntrySource.OptOut);
        }
    }
}
