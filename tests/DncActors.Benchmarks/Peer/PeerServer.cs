using System.Globalization;
using DncActors.Benchmarks.Load;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace DncActors.Benchmarks.Peer;

/// <summary>
/// The peer: what a good developer would write without actors, on the ledger's own tables. One transaction a request, prepared, in one round trip or two; it
/// promises nothing about nodes and memory, and keeps no order.
/// </summary>
static class PeerServer
{
    public const int DefaultPool = 32;
    public const int DefaultTrips = 1;

    const string Path = "/v1/leads/{leadId}/actions/{actionId}/executions";

    /// <summary>Starts it as a process of its own.</summary>
    public static Task<ServerProcess> StartAsync(string connectionString, BenchWorld world, int pool, int trips) => ServerProcess.StartAsync(
        [
            "peer", "--connection", connectionString, "--pool", pool.ToString(CultureInfo.InvariantCulture),
            "--trips", trips.ToString(CultureInfo.InvariantCulture),
            "--workflow", world.Workflow, "--from", world.New, "--to", world.Dead, "--action", world.Action,
        ],
        _ => []);

    public static async Task<int> RunAsync(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        var settings = builder.Configuration;
        await using var database = NpgsqlDataSource.Create(Pool(settings, "-c plan_cache_mode=force_generic_plan"));
        var action = new PeerAction(settings);
        IPeerTransaction transaction = settings.GetValue("trips", DefaultTrips) == 1 ? new OneTrip(database, action) : new TwoTrips(database, action);
        var executions = new PeerExecutions(database, transaction, new PeerKeys(ServerProcess.Key), action);
        await using var app = builder.Build();
        app.MapPost(Path, executions.ExecuteAsync);
        app.MapGet("/readyz", () => "ready");
        await app.RunAsync();
        return 0;
    }

    /// <summary>Prepared at the first use; open from the start; as durable as ours.</summary>
    /// <param name="session">What else a session is told, and where it finds its tables.</param>
    internal static string Pool(IConfiguration settings, string session, string? searchPath = null)
    {
        var size = settings.GetValue("pool", DefaultPool);
        return new NpgsqlConnectionStringBuilder(settings["connection"]!)
        {
            ApplicationName = string.Create(CultureInfo.InvariantCulture, $"peer-{size}"),
            SearchPath = searchPath,
            MinPoolSize = size,
            MaxPoolSize = size,
            MaxAutoPrepare = 16,
            AutoPrepareMinUsages = 1,
            NoResetOnClose = true,
            Enlist = false,
            Options = $"-c jit=off -c synchronous_commit=on {session}",
        }.ConnectionString;
    }
}
