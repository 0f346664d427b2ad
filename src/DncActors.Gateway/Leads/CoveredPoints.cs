using DncActors.Contracts.ContactChecks;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Registry;
using DncActors.Gateway.ContactChecks;

namespace DncActors.Gateway.Leads;

/// <summary>Which contact points any entry in force blocks, whoever put it there: from this node's index, or where that is not sure, from the record.</summary>
sealed class CoveredPoints(IContactChecks checks, IEntryStore entries, TimeProvider time)
{
    /// <summary>The most contact points that the record is asked for at once.</summary>
    const int MaxAsked = 1_000;

    internal async Task<IReadOnlySet<ContactPoint>> FindAsync(string organization, IEnumerable<ContactPoint> points, CancellationToken cancellation)
    {
        ContactPoint[] asked = [.. points.Distinct()];
        var covered = new HashSet<ContactPoint>();
        ContactPoint[] phones = [.. asked.Where(p => p.Kind == ContactPointKind.Phone)];
        ContactPoint[] emails = [.. asked.Where(p => p.Kind == ContactPointKind.Email)];
        var sure = await AddPhonesAsync(organization, phones, Channels.Call, covered)
            && await AddPhonesAsync(organization, phones, Channels.Sms, covered)
            && await AddEmailsAsync(organization, emails, covered);
        if (!sure) await AddFromRecordAsync(organization, asked, covered, cancellation);
        return covered;
    }

    async Task<bool> AddPhonesAsync(string organization, ContactPoint[] phones, Channels channel, HashSet<ContactPoint> covered)
    {
        if (phones.Length == 0) return true;
        var verdicts = new CheckVerdict[phones.Length];
        var result = await checks.CheckPhonesAsync(organization, phones.Select(p => PointChecks.NumberOf(p)).ToArray(), channel, verdicts);
        return Add(result, phones, verdicts, covered);
    }

    async Task<bool> AddEmailsAsync(string organization, ContactPoint[] emails, HashSet<ContactPoint> covered)
    {
        if (emails.Length == 0) return true;
        var verdicts = new CheckVerdict[emails.Length];
        var result = await checks.CheckEmailsAsync(organization, emails.Select(e => e.Value).ToArray(), verdicts);
        return Add(result, emails, verdicts, covered);
    }

    async Task AddFromRecordAsync(string organization, ContactPoint[] asked, HashSet<ContactPoint> covered, CancellationToken cancellation)
    {
        foreach (var chunk in asked.Chunk(MaxAsked))
        {
            var found = await entries.ReadByPointsAsync(organization, [.. chunk], cancellation);
            covered.UnionWith(found.Where(e => e.InForce(time.GetUtcNow())).Select(e => e.Point));
        }
    }

    static bool Add(CheckResult result, ContactPoint[] points, CheckVerdict[] verdicts, HashSet<ContactPoint> covered)
    {
        if (result.Verdict == CheckVerdict.Unsure) return false;
        for (var i = 0; i < points.Length; i++)
        {
            if (verdicts[i] == CheckVerdict.Blocked) covered.Add(points[i]);
        }
        return true;
    }
}
