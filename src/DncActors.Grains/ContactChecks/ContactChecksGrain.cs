using System.Collections.Immutable;
using DncActors.Contracts.ContactChecks;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Registry;
using Orleans.Concurrency;

namespace DncActors.Grains.ContactChecks;

/// <summary>Answers gateways from this node's memory, in the node's own way.</summary>
[StatelessWorker, Reentrant]
sealed class ContactChecksGrain(IContactChecks checks, GatewayChecks answers) : Grain, IContactChecksGrain
{
    public async Task<ImmutableArray<CheckResult>> CheckAsync(ImmutableArray<CheckAsked> asked)
    {
        var results = ImmutableArray.CreateBuilder<CheckResult>(asked.Length);
        foreach (var one in asked) results.Add(await answers.AnswerAsync(one));
        return results.MoveToImmutable();
    }

    public async Task<BatchResult> CheckPhonesAsync(string organization, ImmutableArray<ulong> numbers, Channels channel)
    {
        var verdicts = new CheckVerdict[numbers.Length];
        var whole = await checks.CheckPhonesAsync(organization, numbers.AsMemory(), channel, verdicts);
        answers.Add(VerdictCounts.Of(whole, verdicts));
        return new(whole, [.. verdicts]);
    }

    public async Task<BatchResult> CheckEmailsAsync(string organization, ImmutableArray<string?> emails)
    {
        var verdicts = new CheckVerdict[emails.Length];
        var whole = await checks.CheckEmailsAsync(organization, emails.AsMemory(), verdicts);
        answers.Add(VerdictCounts.Of(whole, verdicts));
        return new(whole, [.. verdicts]);
    }

    public async Task<LeadVerdict?> CheckLeadAsync(string organization, string leadId, Channels channel, CancellationToken cancellation)
    {
        var verdict = await checks.CheckLeadAsync(organization, leadId, channel, cancellation);
        if (verdict is not null) answers.Add(VerdictCounts.Of(verdict));
        return verdict;
    }

    public Task<ImmutableArray<VerdictReason>> ExplainAsync(
        string organization, ContactPoint point, Channels channel, long asOf, CancellationToken cancellation) =>
        checks.ExplainAsync(organization, point, channel, asOf, cancellation).AsTask();
}
