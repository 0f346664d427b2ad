using System.Globalization;
using DncActors.ClusterTests.Host;
using DncActors.ClusterTests.Http;
using DncActors.TestServers;

namespace DncActors.ClusterTests.Rpc;

/// <summary>The real host with an address for gRPC beside that for HTTP.</summary>
public sealed class RpcHost : IAsyncDisposable
{
    RpcHost(HostProcess process, Uri address)
    {
        Process = process;
        Address = address;
        Admin = new Api(process.Address, process.AdministratorKey);
    }

    public HostProcess Process { get; }

    /// <summary>Where gRPC is served.</summary>
    public Uri Address { get; }

    public Api Admin { get; }

    public static async Task<RpcHost> StartAsync(HostStart? start = null)
    {
        var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort.Take()}"));
        return new RpcHost(await HostProcess.StartAsync((start ?? new()).With("Dnc__GrpcUrl", address.ToString())), address);
    }

    public RpcCalls As(string? key) => new(Address, key);

    public async Task<RpcCalls> AsRoleAsync(string role) => As(await NewKeyAsync(role));

    public async Task<string> NewKeyAsync(string role) =>
        (await Admin.PostAsync("/v1/api-keys", new { name = role, role })).Expect(System.Net.HttpStatusCode.Created)["key"].GetString()!;

    public async ValueTask DisposeAsync()
    {
        Admin.Dispose();
        await Process.DisposeAsync();
    }
}
