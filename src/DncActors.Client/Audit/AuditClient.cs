using DncActors.Client.Paging;
using DncActors.Client.Transport;

namespace DncActors.Client.Audit;

/// <summary>Every change and execution, and who read what, newest first. Needs <c>report.read</c>.</summary>
public sealed class AuditClient
{
    readonly DncTransport transport;

    internal AuditClient(DncTransport transport) => this.transport = transport;

    public Task<Page<AuditRecordModel>> SearchAsync(
        AuditSearch search, PageOptions? page = null, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.GetAsync<Page<AuditRecordModel>>(
            "/v1/audit".With(("from", search.From), ("to", search.To), ("actor", search.Actor), ("leadId", search.LeadId)).With(page),
            call,
            cancellation);

    /// <summary>All that match, read page by page as they are asked for.</summary>
    public IAsyncEnumerable<AuditRecordModel> WalkAsync(AuditSearch search, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        Pages.WalkAsync((page, token) => SearchAsync(search, page, call, token), cancellation);

    /// <summary>Who read or exported the Do Not Contact list, had files checked, or was not let in; newest first.</summary>
    public Task<Page<AccessRecordModel>> SearchAccessAsync(
        AccessSearch search, PageOptions? page = null, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.GetAsync<Page<AccessRecordModel>>(
            "/v1/audit/access".With(("from", search.From), ("to", search.To), ("actor", search.Actor), ("kind", search.Kind)).With(page),
            call,
            cancellation);

    /// <summary>All records of access that match, read page by page as they are asked for.</summary>
    public IAsyncEnumerable<AccessRecordModel> WalkAccessAsync(
        AccessSearch search, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        Pages.WalkAsync((page, token) => SearchAccessAsync(search, page, call, token), cancellation);
}
