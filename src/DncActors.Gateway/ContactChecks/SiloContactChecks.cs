using System.Collections.Immutable;
using DncActors.Contracts.ContactChecks;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Ledger;
using DncActors.Domain.Registry;
using DncActors.Gateway.Silos;

namespace DncActors.Gateway.ContactChecks;

/// <summary>
/// Asks silos. A check begins here and its lease is tested there, later: what the silo says holds for the check. A silo that does not answer in time is one
/// that is not sure.
/// </summary>
sealed class SiloContactChecks : IContactChecks
{
    /// <summary>A batch goes in chunks: a message stays small, and single checks pass between them.</summary>
    const int MostInACall = 10_000;

    static readonly CheckResult Unsure = new(CheckVerdict.Unsure, 0, 0);

    readonly Gathering<CheckAsked, CheckResult> _checks;
    readonly SiloCalls _silos;

    public SiloContactChecks(SiloCalls silos)
    {
        _silos = silos;
        _checks = new(CheckAsync, Unsure);
    }

    public ValueTask<CheckResult> CheckPhoneAsync(string organization, ulong number, Channels channel) =>
        _checks.AskAsync(new(organization, number, null, channel));

    public ValueTask<CheckResult> CheckEmailAsync(string organization, string email) => _checks.AskAsync(new(organization, 0, email, Channels.Email));

    public ValueTask<CheckResult> CheckPhonesAsync(
        string organization, ReadOnlyMemory<ulong> numbers, Channels channel, Memory<CheckVerdict> verdicts) =>
        InChunksAsync(numbers, verdicts, chunk => _silos.Any<IContactChecksGrain>().CheckPhonesAsync(organization, chunk, channel));

    public ValueTask<CheckResult> CheckEmailsAsync(string organization, ReadOnlyMemory<string?> emails, Memory<CheckVerdict> verdicts) =>
        InChunksAsync(emails, verdicts, chunk => _silos.Any<IContactChecksGrain>().CheckEmailsAsync(organization, chunk));

    public async ValueTask<LeadVerdict?> CheckLeadAsync(string organization, string leadId, Channels channel, CancellationToken cancellation)
    {
        try
        {
            return await _silos.AskAsync(
                () => _silos.Any<IContactChecksGrain>().CheckLeadAsync(organization, leadId, channel, cancellation),
                verdict => verdict?.Verdict != CheckVerdict.Unsure,
                cancellation);
        }
        catch (LedgerUnavailableException)
        {
            return new(leadId, CheckVerdict.Unsure, [], 0, 0);
        }
    }

    public async ValueTask<ImmutableArray<VerdictReason>> ExplainAsync(
        string organization, ContactPoint point, Channels channel, long asOf, CancellationToken cancellation)
    {
        try
        {
            return await _silos.Any<IContactChecksGrain>().ExplainAsync(organization, point, channel, asOf, cancellation);
        }
        catch (Exception fault) when (SiloCalls.Passes(fault) && !cancellation.IsCancellationRequested)
        {
            return [];
        }
    }

    Task<ImmutableArray<CheckResult>> CheckAsync(ImmutableArray<CheckAsked> asked) =>
        _silos.AskAsync(() => _silos.Any<IContactChecksGrain>().CheckAsync(asked), results => results.All(r => r.Verdict != CheckVerdict.Unsure));

    async ValueTask<CheckResult> InChunksAsync<T>(
        ReadOnlyMemory<T> points, Memory<CheckVerdict> verdicts, Func<ImmutableArray<T>, Task<BatchResult>> check)
    {
        CheckResult? all = null;
        for (var from = 0; from < points.Length || all is null; from += MostInACall)
        {
            var chunk = points.Slice(from, Math.Min(MostInACall, points.Length - from));
            var result = await CheckChunkAsync(chunk, check);
            if (result.Whole.Verdict == CheckVerdict.Unsure) return result.Whole;
            result.Verdicts.CopyTo(verdicts.Span[from..]);
            all = all is { } before ? Earlier(before, result.Whole) : result.Whole;
        }
        return all.Value;
    }

    async Task<BatchResult> CheckChunkAsync<T>(ReadOnlyMemory<T> chunk, Func<ImmutableArray<T>, Task<BatchResult>> check)
    {
        try
        {
            ImmutableArray<T> points = [.. chunk.Span];
            var result = await _silos.AskAsync(() => check(points), answer => answer.Whole.Verdict != CheckVerdict.Unsure);
            return result.Whole.Verdict == CheckVerdict.Unsure || result.Verdicts.Length == chunk.Length ? result : new(Unsure, []);
        }
        catch (LedgerUnavailableException)
        {
            return new(Unsure, []);
        }
    }

    /// <summary>Chunks may be answered by several silos: all of them are up to the earliest.</summary>
    static CheckResult Earlier(in CheckResult a, in CheckResult b) =>
        a with { AsOf = Math.Min(a.AsOf, b.AsOf), NowMilliseconds = Math.Min(a.NowMilliseconds, b.NowMilliseconds) };
}
