using System.Net;
using DncActors.ClusterTests.Host;
using DncActors.ClusterTests.Http;

[assembly: AssemblyFixture(typeof(SharedHost))]

namespace DncActors.ClusterTests.Host;

/// <summary>One host for all tests that need nothing of it but an organization of their own: a start takes longer than most of them.</summary>
public sealed class SharedHost : IAsyncDisposable
{
    readonly Lazy<Task<HostProcess>> host = new(() => HostProcess.StartAsync());

    /// <summary>A new organization, with its administrator's key.</summary>
    public async Task<OwnOrganization> OrganizationAsync()
    {
        var process = await host.Value;
        using var first = new Api(process.Address, process.AdministratorKey);
        var made = (await first.PostAsync("/v1/organizations", new { name = "One of many", region = "US" }))
            .Expect(HttpStatusCode.Created);
        return new(process, made["key"].GetString()!);
    }

    public async ValueTask DisposeAsync()
    {
        if (host is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }) await (await host.Value).DisposeAsync();
    }
}
