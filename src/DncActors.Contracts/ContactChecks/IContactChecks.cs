using System.Collections.Immutable;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Registry;

namespace DncActors.Contracts.ContactChecks;

/// <summary>
/// "May I contact this now?" In a node an answer is a look-up in its own memory and there at once. The lease is tested after the call came and before the
/// look-up; without a valid lease the answer is "blocked" where a block is known, else <see cref="CheckVerdict.Unsure"/>.
/// </summary>
public interface IContactChecks
{
    /// <param name="number">The E.164 digits without the plus sign.</param>
    /// <param name="channel">One channel, call or sms.</param>
    ValueTask<CheckResult> CheckPhoneAsync(string organization, ulong number, Channels channel);

    /// <param name="email">As it was read: lower case, the domain in ASCII.</param>
    ValueTask<CheckResult> CheckEmailAsync(string organization, string email);

    /// <summary>Many phones in one go. A number 0 stands for one that could not be read: <see cref="CheckVerdict.Invalid"/>.</summary>
    /// <returns>The same for all; its verdict is <see cref="CheckVerdict.Unsure"/> where the whole batch must be answered 503, then <paramref name="verdicts"/>
    /// mean nothing.</returns>
    ValueTask<CheckResult> CheckPhonesAsync(string organization, ReadOnlyMemory<ulong> numbers, Channels channel, Memory<CheckVerdict> verdicts);

    /// <summary>Many emails in one go; a null stands for one that could not be read.</summary>
    ValueTask<CheckResult> CheckEmailsAsync(string organization, ReadOnlyMemory<string?> emails, Memory<CheckVerdict> verdicts);

    /// <summary>The lead as the record has it after the request came, then its contact points in an index that has applied its last change. Null where there
    /// is no such lead.</summary>
    ValueTask<LeadVerdict?> CheckLeadAsync(string organization, string leadId, Channels channel, CancellationToken cancellation);

    /// <summary>Why a check that was answered "blocked" was, as of at least its sequence. Never fails: what cannot be found out in time is an empty
    /// list.</summary>
    ValueTask<ImmutableArray<VerdictReason>> ExplainAsync(
        string organization, ContactPoint point, Channels channel, long asOf, CancellationToken cancellation);
}
