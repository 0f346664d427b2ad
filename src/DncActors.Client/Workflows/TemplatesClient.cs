using DncActors.Client.Paging;
using DncActors.Client.Transport;

namespace DncActors.Client.Workflows;

/// <summary>Actions kept to be applied to many statuses. Changes need <c>workflow.edit</c>.</summary>
public sealed class TemplatesClient
{
    const string Root = "/v1/action-templates";
    readonly DncTransport transport;

    internal TemplatesClient(DncTransport transport) => this.transport = transport;

    public Task<Page<TemplateModel>> ListAsync(PageOptions? page = null, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.GetAsync<Page<TemplateModel>>(Root.With(page), call, cancellation);

    /// <summary>All of them, read page by page as they are asked for.</summary>
    public IAsyncEnumerable<TemplateModel> WalkAsync(DncCallOptions? call = null, CancellationToken cancellation = default) =>
        Pages.WalkAsync((page, token) => ListAsync(page, call, token), cancellation);

    public Task<TemplateModel> GetAsync(string templateId, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.GetAsync<TemplateModel>(One(templateId), call, cancellation);

    public Task<TemplateModel> CreateAsync(TemplateRequest request, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.PostAsync<TemplateRequest, TemplateModel>(Root, request, call, cancellation);

    public Task<TemplateModel> PutAsync(string templateId, TemplateRequest request, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.PutAsync<TemplateRequest, TemplateModel>(One(templateId), request, call, cancellation);

    /// <summary>What it was applied to keeps its action.</summary>
    public Task DeleteAsync(string templateId, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.DeleteAsync(One(templateId), call, cancellation);

    /// <summary>Gives the action to every target, or to none: replaced where an action of that name is.</summary>
    public Task<ActionPlacementsModel> ApplyAsync(
        string templateId, ApplyTemplateRequest request, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.PostAsync<ApplyTemplateRequest, ActionPlacementsModel>(
            Route.Of($"/v1/action-templates/{templateId}/applications"), request, call, cancellation);

    /// <summary>What an application would do, target by target, those that would be refused too; nothing is changed.</summary>
    public Task<ActionPlacementsModel> PreviewAsync(
        string templateId, ApplyTemplateRequest request, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.PostAsync<ApplyTemplateRequest, ActionPlacementsModel>(
            Route.Of($"/v1/action-templates/{templateId}/applications") + "?dryRun=true", request, call, cancellation);

    static string One(string templateId) => Route.Of($"/v1/action-templates/{templateId}");
}
