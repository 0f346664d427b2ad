using DncActors.Client.Transport;

namespace DncActors.Client.ContactChecks;

/// <summary>
/// May somebody be contacted now? Needs <c>contact.check</c>. What cannot be answered surely is never "allowed" but a problem. Sent as POSTs:
/// a contact point in a URL would end up in the logs of whatever lies between.
/// </summary>
public sealed class ContactChecksClient
{
    const string Root = "/v1/contact-checks";
    const string Batch = "/v1/contact-checks/batch";
    readonly DncTransport transport;

    internal ContactChecksClient(DncTransport transport) => this.transport = transport;

    /// <summary>The verdict on a phone or an email.</summary>
    /// <exception cref="ArgumentException">The request names a lead: see <see cref="CheckLeadAsync"/>.</exception>
    public Task<VerdictModel> CheckAsync(
        ContactCheckRequest request, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        request.LeadId is null
            ? transport.PostAsync<ContactCheckRequest, VerdictModel>(Root, request, call, cancellation)
            : throw new ArgumentException("The verdict on a lead has another form: call CheckLeadAsync.", nameof(request));

    /// <summary>The verdict on a phone, for calls or texts.</summary>
    /// <param name="region">The two-letter region in which a national phone is read. Default: the organization's.</param>
    public Task<VerdictModel> CheckPhoneAsync(
        string phone, string channel, string? region = null, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        CheckAsync(new ContactCheckRequest { Phone = phone, Channel = channel, Region = region }, call, cancellation);

    public Task<VerdictModel> CheckEmailAsync(string email, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        CheckAsync(new ContactCheckRequest { Email = email, Channel = ContactPoints.ChannelNames.Email }, call, cancellation);

    /// <summary>The verdicts on all of a lead's contact points of a channel.</summary>
    public Task<LeadVerdictModel> CheckLeadAsync(
        string leadId, string channel, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.PostAsync<ContactCheckRequest, LeadVerdictModel>(
            Root, new ContactCheckRequest { LeadId = leadId, Channel = channel }, call, cancellation);

    /// <summary>A word for each of at most <see cref="BatchLimits.Maximum"/> contact points.</summary>
    public Task<BatchVerdictsModel> CheckBatchAsync(
        BatchCheckRequest request, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.PostAsync<BatchCheckRequest, BatchVerdictsModel>(Batch, request, call, cancellation);

    /// <summary>A whole verdict for each of at most <see cref="BatchLimits.MaximumWithDetail"/> contact points.</summary>
    public Task<DetailedBatchVerdictsModel> CheckBatchInDetailAsync(
        BatchCheckRequest request, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.PostAsync<BatchCheckRequest, DetailedBatchVerdictsModel>(Batch.With(("detail", true)), request, call, cancellation);
}
