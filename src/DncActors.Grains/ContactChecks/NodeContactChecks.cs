using System.Collections.Immutable;
using DncActors.Contracts.ContactChecks;
using DncActors.Domain.ContactChecks;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Leads;
using DncActors.Domain.Ledger;
using DncActors.Domain.Registry;
using DncActors.Grains.ContactChecks.Index;
using DncActors.Grains.Following;
using DncActors.Grains.Organizations;

namespace DncActors.Grains.ContactChecks;

/// <summary>
/// Answers checks from this node's memory. The order is the promise: the request is there, then the lease is tested, then the position is noted, then the
/// index is asked.
/// A block that is known is told whatever the lease says; "allowed" is told only under a lease that held when the request was already there.
/// </summary>
sealed class NodeContactChecks(
    ContactIndex index,
    INodeLease lease,
    Follower follower,
    ILeadStore leads,
    PublishedDocuments documents,
    Explanations explanations,
    CheckHits hits) : IContactChecks
{
    static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);

    /// <summary>So many phones of a batch are fetched from memory at once, before they are judged.</summary>
    const int Together = 32;

    public ValueTask<CheckResult> CheckPhoneAsync(string organization, ulong number, Channels channel)
    {
        if (number == 0) return new(new CheckResult(CheckVerdict.Invalid, follower.Applied, lease.Test().NowMilliseconds));
        var result = Check(organization, ContactKey.OfPhone(number), channel);
        if (result.Verdict == CheckVerdict.Blocked) hits.CountPhone(organization, number, channel);
        return new(result);
    }

    public ValueTask<CheckResult> CheckEmailAsync(string organization, string email)
    {
        var result = Check(organization, index.KeyOfEmail(email), Channels.Email);
        if (result.Verdict == CheckVerdict.Blocked) hits.CountEmail(organization, email);
        return new(result);
    }

    public ValueTask<CheckResult> CheckPhonesAsync(string organization, ReadOnlyMemory<ulong> numbers, Channels channel, Memory<CheckVerdict> verdicts)
    {
        var test = lease.Test();
        var asOf = follower.Applied;
        if (!test.Holds) return new(new CheckResult(CheckVerdict.Unsure, asOf, test.NowMilliseconds));
        var blocks = index.Find(organization);
        var from = numbers.Span;
        var to = verdicts.Span;
        for (var i = 0; i < from.Length; i++)
        {
            if (i % Together == 0) blocks?.Touch(from.Slice(i, Math.Min(Together, from.Length - i)));
            to[i] = from[i] == 0 ? CheckVerdict.Invalid : Judge(blocks, ContactKey.OfPhone(from[i]), channel, test);
            if (to[i] == CheckVerdict.Blocked) hits.CountPhone(organization, from[i], channel);
        }
        return new(new CheckResult(CheckVerdict.Allowed, asOf, test.NowMilliseconds));
    }

    public ValueTask<CheckResult> CheckEmailsAsync(string organization, ReadOnlyMemory<string?> emails, Memory<CheckVerdict> verdicts)
    {
        var test = lease.Test();
        var asOf = follower.Applied;
        if (!test.Holds) return new(new CheckResult(CheckVerdict.Unsure, asOf, test.NowMilliseconds));
        var blocks = index.Find(organization);
        var from = emails.Span;
        var to = verdicts.Span;
        for (var i = 0; i < from.Length; i++)
        {
            to[i] = from[i] is { } email ? Judge(blocks, index.KeyOfEmail(email), Channels.Email, test) : CheckVerdict.Invalid;
            if (to[i] == CheckVerdict.Blocked) hits.CountEmail(organization, from[i]!);
        }
        return new(new CheckResult(CheckVerdict.Allowed, asOf, test.NowMilliseconds));
    }

    public async ValueTask<LeadVerdict?> CheckLeadAsync(string organization, string leadId, Channels channel, CancellationToken cancellation)
    {
        // The lease is tested behind the reading too: it must hold when the index is asked, and the index must know what the lead's row knows.
        if ((await leads.LoadAsync(organization, leadId, null)).State is not { } state) return null;
        var known = await KnowsAsync(state.Sequence, cancellation);
        var test = lease.Test();
        var asOf = follower.Applied;
        var holds = test with { Holds = test.Holds && known };
        var blocks = index.Find(organization);
        // By its status also while the job still walks that makes the entries of one that has come to restrict contact.
        var byStatus = VerdictRules.OfStatus(state.Lead, channel, documents.Find(organization)?.Documents);
        var points = state.Lead.ContactPoints
            .Where(p => p.Point.Channels.HasFlag(channel))
            .Select(p => new PointVerdict(p.Point, byStatus is not null ? CheckVerdict.Blocked : Judge(blocks, index.KeyOf(p.Point), channel, holds)))
            .ToImmutableArray();
        foreach (var point in points)
        {
            if (point.Verdict == CheckVerdict.Blocked) hits.Count(organization, point.Point, channel);
        }
        return new(leadId, Sum(points), points, asOf, test.NowMilliseconds, byStatus);
    }

    public ValueTask<ImmutableArray<VerdictReason>> ExplainAsync(
        string organization, ContactPoint point, Channels channel, long asOf, CancellationToken cancellation) =>
        explanations.ExplainAsync(organization, point, channel, asOf, lease.Test().NowMilliseconds, cancellation);

    CheckResult Check(string organization, in ContactKey key, Channels channel)
    {
        var test = lease.Test();
        var asOf = follower.Applied;
        return new(Judge(index.Find(organization), key, channel, test), asOf, test.NowMilliseconds);
    }

    static CheckVerdict Judge(OrganizationIndex? blocks, in ContactKey key, Channels channel, in LeaseTest test) =>
        blocks is not null && blocks.Blocks(key, channel, test.NowMilliseconds) ? CheckVerdict.Blocked
        : test.Holds ? CheckVerdict.Allowed
        : CheckVerdict.Unsure;

    /// <summary>One blocked contact point decides; then one that is not sure; a lead that cannot be reached that way at all is not allowed either.</summary>
    static CheckVerdict Sum(ImmutableArray<PointVerdict> points) =>
        points.IsEmpty ? CheckVerdict.Invalid
        : points.Any(p => p.Verdict == CheckVerdict.Blocked) ? CheckVerdict.Blocked
        : points.Any(p => p.Verdict == CheckVerdict.Unsure) ? CheckVerdict.Unsure
        : CheckVerdict.Allowed;

    async ValueTask<bool> KnowsAsync(long sequence, CancellationToken cancellation)
    {
        if (follower.Applied >= sequence) return true;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(LongestWait);
        try
        {
            await follower.WaitUntilAppliedAsync(sequence, limit.Token);
            return true;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return false;
        }
        catch (LedgerUnavailableException)
        {
            return false;
        }
    }
}
