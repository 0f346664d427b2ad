using System.Collections.Immutable;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Registry;

namespace DncActors.Contracts.ContactChecks;

/// <summary>
/// What a silo's memory says of contact points, for gateways, which have none. The lease that is tested is the silo's, after the call came to it: a check that
/// began at a gateway is answered by what the silo can prove later than that. Any silo answers; whatever does not come back in time was not "allowed".
/// </summary>
[Alias("dnc.IContactChecksGrain")]
public interface IContactChecksGrain : IGrainWithIntegerKey
{
    /// <summary>Each as it would be answered alone, in the order asked.</summary>
    [ResponseTimeout("00:00:02"), Alias("Check")]
    Task<ImmutableArray<CheckResult>> CheckAsync(ImmutableArray<CheckAsked> asked);

    /// <summary>A number 0 stands for one that could not be read.</summary>
    [ResponseTimeout("00:00:02"), Alias("CheckPhones")]
    Task<BatchResult> CheckPhonesAsync(string organization, ImmutableArray<ulong> numbers, Channels channel);

    /// <summary>A null stands for one that could not be read.</summary>
    [ResponseTimeout("00:00:02"), Alias("CheckEmails")]
    Task<BatchResult> CheckEmailsAsync(string organization, ImmutableArray<string?> emails);

    /// <summary>Null where there is no such lead.</summary>
    [ResponseTimeout("00:00:05"), Alias("CheckLead")]
    Task<LeadVerdict?> CheckLeadAsync(string organization, string leadId, Channels channel, CancellationToken cancellation);

    /// <summary>Empty where it cannot be found out in time.</summary>
    [ResponseTimeout("00:00:05"), Alias("Explain")]
    Task<ImmutableArray<VerdictReason>> ExplainAsync(
        string organization, ContactPoint point, Channels channel, long asOf, CancellationToken cancellation);
}
