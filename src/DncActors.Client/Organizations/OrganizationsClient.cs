using DncActors.Client.Transport;

namespace DncActors.Client.Organizations;

/// <summary>The key's own organization; and, for administrators of <c>default</c>, new ones.</summary>
public sealed class OrganizationsClient
{
    const string Own = "/v1/organization";
    readonly DncTransport transport;

    internal OrganizationsClient(DncTransport transport) => this.transport = transport;

    /// <summary>Makes an organization with its first administrator key, which only this answer shows.</summary>
    public Task<CreatedOrganizationModel> CreateAsync(
        CreateOrganizationRequest request, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.PostAsync<CreateOrganizationRequest, CreatedOrganizationModel>("/v1/organizations", request, call, cancellation);

    public Task<OrganizationModel> GetOwnAsync(DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.GetAsync<OrganizationModel>(Own, call, cancellation);

    public Task<OrganizationModel> PatchOwnAsync(
        PatchOrganizationRequest request, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.PatchAsync<PatchOrganizationRequest, OrganizationModel>(Own, request, call, cancellation);
}
