using System.Net;
using DncActors.ClusterTests.Http;
using DncActors.Contracts.Access;
using DncActors.Contracts.ContactChecks;
using DncActors.Contracts.Nodes;
using DncActors.Contracts.Organizations;
using DncActors.Domain.Identity;
using DncActors.Domain.Ledger;
using DncActors.Domain.Organizations;
using DncActors.Gateway;
using DncActors.Gateway.Silos;
using DncActors.Grains;
using DncActors.Storage.Sqlite;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Serialization.Configuration;
using Orleans.TestingHost;

namespace DncActors.ClusterTests.Gateways;

/// <summary>Silos that share a store, and a gateway on a real web server that has nothing but them, as their client.</summary>
public sealed class SilosAndGateway : IAsyncLifetime
{
    readonly string _directory = Directory.CreateTempSubdirectory("dnc-gateway-").FullName;
    ServiceProvider _store = null!;
    InProcessTestCluster _cluster = null!;
    WebApplication _gateway = null!;
    int _organizations;
    int _asked;

    public InProcessTestCluster Cluster => _cluster;

    public Uri Address => new(_gateway.Urls.First());

    /// <summary>How often a silo was asked who calls, or may be contacted.</summary>
    public int Asked => Volatile.Read(ref _asked);

    /// <summary>Where the gateway serves gRPC.</summary>
    public Uri RpcAddress => new(_gateway.Urls.Last());

    public static async Task<SilosAndGateway> StartAsync()
    {
        var started = new SilosAndGateway();
        await started.InitializeAsync();
        return started;
    }

    public async ValueTask InitializeAsync()
    {
        var options = new SqliteStorageOptions { DataDirectory = _directory };
        var services = new ServiceCollection().AddLogging().AddSqliteStorage(options);
        _store = services.BuildServiceProvider();
        foreach (var part in _store.GetServices<IHostedService>()) await part.StartAsync(TestContext.Current.CancellationToken);
        var ledger = new SharedLedger(_store.GetRequiredService<ILedger>());
        var builder = new InProcessTestClusterBuilder(2);
        builder.ConfigureSilo((_, silo) =>
        {
            foreach (var port in services.Select(s => s.ServiceType).Where(t => t.Assembly == typeof(ILedger).Assembly && t != typeof(ILedger)))
            {
                silo.Services.AddSingleton(port, _store.GetRequiredService(port));
            }
            silo.Services.AddSingleton<ILedger>(ledger);
            silo.Services.AddDncGrains();
            silo.AddIncomingGrainCallFilter(CountAsync);
            silo.AddAdoNetGrainStorage(GrainStorageNames.Dnc, storage =>
            {
                storage.Invariant = SqliteStorageOptions.OrleansInvariant;
                storage.ConnectionString = options.OrleansConnectionString;
            });
            silo.Configure<TypeManifestOptions>(types => types.EnableConfigurationAnalysis = true);
        });
        builder.ConfigureClient(client =>
        {
            client.Configure<GatewayOptions>(gateways => gateways.GatewayListRefreshPeriod = TimeSpan.FromSeconds(1));
            client.Configure<TypeManifestOptions>(types => types.EnableConfigurationAnalysis = true);
        });
        _cluster = builder.Build();
        await _cluster.DeployAsync();
        foreach (var silo in _cluster.Silos)
        {
            await _cluster.GetSiloServiceProvider(silo.SiloAddress).GetRequiredService<IAcknowledgement>().UpToAsync(0, CancellationToken.None);
        }
        await StartGatewayAsync();
    }

    /// <summary>An organization of the test's own, seen through the gateway by its administrator.</summary>
    public async Task<Api> NewOrganizationAsync()
    {
        var id = $"org-{Interlocked.Increment(ref _organizations)}";
        var request = new Request(Organization.Default, "test", null, "test", StableId.Of(id), StableId.Of(id));
        var made = await _cluster.Client.GetGrain<IOrganizationGrain>(Organization.Default).MakeOrganizationAsync(request, new(id, id, "US"));
        Assert.Null(made.Refusal);
        return new Api(Address, made.Value!.FirstKey.Secret);
    }

    /// <summary>Asks until the answer has that status.</summary>
    public static async Task<Answer> UntilAsync(HttpStatusCode status, Func<Task<Answer>> ask)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        while (true)
        {
            var answer = await ask();
            if (answer.Status == status) return answer;
            Assert.False(limit.IsCancellationRequested, $"{(int)status} was awaited, {(int)answer.Status} came last: {answer.Text}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        await _cluster.DisposeAsync();
        foreach (var part in _store.GetServices<IHostedService>()) await part.StopAsync(CancellationToken.None);
        await _store.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    Task CountAsync(IIncomingGrainCallContext call)
    {
        var type = call.InterfaceMethod.DeclaringType;
        if (type == typeof(IAccessGrain) || type == typeof(IContactChecksGrain)) Interlocked.Increment(ref _asked);
        return call.Invoke();
    }

    async Task StartGatewayAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Listen(IPAddress.Loopback, 0, endpoint => endpoint.Protocols = HttpProtocols.Http2);
        });
        builder.Services.AddSingleton<IGrainFactory>(_cluster.Client);
        builder.Services.AddDncSilos();
        builder.Services.AddDncGateway();
        _gateway = builder.Build();
        _gateway.MapDncActorsApi();
        await _gateway.StartAsync(TestContext.Current.CancellationToken);
    }
}
