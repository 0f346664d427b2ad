using DncActors.Client.Imports;
using DncActors.Client.Jobs;
using DncActors.Client.Paging;
using DncActors.Client.Transport;

namespace DncActors.Client.Registry;

/// <summary>The Do Not Contact list. Reading needs <c>dnc.read</c>, changing <c>dnc.write</c>.</summary>
public sealed class RegistryClient
{
    const string Root = "/v1/dnc/entries";
    const string Import = "/v1/dnc/entries/import";
    const string Imports = "/v1/dnc/imports";
    const string Export = "/v1/dnc/entries/export";
    readonly DncTransport transport;

    internal RegistryClient(DncTransport transport) => this.transport = transport;

    public Task<Page<DncEntryModel>> SearchAsync(
        EntrySearch search, PageOptions? page = null, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.GetAsync<Page<DncEntryModel>>(search.On(Root).With(page), call, cancellation);

    /// <summary>All that match, read page by page as they are asked for.</summary>
    public IAsyncEnumerable<DncEntryModel> WalkAsync(EntrySearch search, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        Pages.WalkAsync((page, token) => SearchAsync(search, page, call, token), cancellation);

    public Task<DncEntryModel> GetAsync(string entryId, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.GetAsync<DncEntryModel>(One(entryId), call, cancellation);

    /// <summary>When this returns, every later contact check on any node follows it.</summary>
    public Task<DncEntryModel> AddAsync(AddEntryRequest request, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.PostAsync<AddEntryRequest, DncEntryModel>(Root, request, call, cancellation);

    /// <summary>Ends an entry; it stays in the record. One that stems from a lead's status is refused (<c>unprocessable</c>).</summary>
    public Task RevokeAsync(string entryId, RevokeEntryRequest request, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.SendAsync(
            new DncRequest(HttpMethod.Delete, One(entryId)) { Content = JsonCalls.Json(request), Call = call }, (_, _) => Task.FromResult(true), cancellation);

    /// <summary>Sends entries as they come; never repeated by itself. A problem's <c>lastLine</c> says how much of a stopped import was kept.</summary>
    public Task<ImportModel> ImportAsync(
        IAsyncEnumerable<AddEntryRequest> entries, bool dryRun = false, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.ImportAsync(Import, entries, dryRun, call, cancellation);

    /// <summary>Sends CSV or JSON lines from where the stream stands; the stream is not closed.</summary>
    /// <param name="mediaType"><see cref="DncMediaTypes.Csv"/> or <see cref="DncMediaTypes.NdJson"/>.</param>
    public Task<ImportModel> ImportAsync(
        Stream content, string mediaType, bool dryRun = false, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.ImportAsync(Import, content, mediaType, dryRun, call, cancellation);

    /// <summary>The imports that brought entries, newest first.</summary>
    public Task<Page<DncImportModel>> ListImportsAsync(PageOptions? page = null, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.GetAsync<Page<DncImportModel>>(Imports.With(page), call, cancellation);

    public Task<DncImportModel> GetImportAsync(string importId, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.GetAsync<DncImportModel>(OneImport(importId), call, cancellation);

    /// <summary>Undoes a whole import: the job revokes all its entries that are in force.</summary>
    public Task<JobModel> RevokeImportAsync(
        string importId, RevokeImportRequest request, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.SendAsync(
            new DncRequest(HttpMethod.Delete, OneImport(importId)) { Content = JsonCalls.Json(request), Call = call },
            JsonCalls.ReadAsync<JobModel>,
            cancellation);

    /// <summary>All entries that match, as they come.</summary>
    public IAsyncEnumerable<DncEntryModel> ExportAsync(EntrySearch search, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.ReadLinesAsync<DncEntryModel>(search.On(Export), call, cancellation);

    /// <summary>All entries that match, as CSV or JSON lines. The caller disposes of the stream; one that was cut throws when it is read.</summary>
    /// <param name="mediaType"><see cref="DncMediaTypes.Csv"/> or <see cref="DncMediaTypes.NdJson"/>.</param>
    public Task<Stream> OpenExportAsync(
        EntrySearch search, string mediaType, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.OpenStreamAsync(search.On(Export), mediaType, call, cancellation);

    static string OneImport(string importId) => Route.Of($"/v1/dnc/imports/{importId}");

    static string One(string entryId) => Route.Of($"/v1/dnc/entries/{entryId}");
}
