using System.Globalization;
using System.Text.Json;
using DncActors.Benchmarks.Load;
using DncActors.Benchmarks.Peer;
using DncActors.Client;
using DncActors.Client.Json;
using DncActors.Client.Leads;
using DncActors.Domain.Identity;
using DncActors.TestServers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace DncActors.Benchmarks.GrainPeer;

/// <summary>
/// What a team that knows Orleans would write first: a grain for each lead, which keeps itself by one write of grain storage an execution, in the same
/// PostgreSQL.
/// </summary>
static class GrainPeerServer
{
    internal const string Storage = "kept";

    const string Path = "/v1/leads/{leadId}/actions/{actionId}/executions";

    internal static readonly Uuid7IdSource Ids = new();

    /// <summary>Starts it as a process of its own.</summary>
    /// <param name="connectionString">A database with Orleans' tables.</param>
    public static Task<ServerProcess> StartAsync(string connectionString, int pool) => ServerProcess.StartAsync(
        ["grain-peer", "--connection", connectionString, "--pool", pool.ToString(CultureInfo.InvariantCulture)], _ => []);

    public static async Task<int> RunAsync(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        await using var database = NpgsqlDataSource.Create(PeerServer.Pool(builder.Configuration, session: "", searchPath: "dnc"));
        builder.UseOrleans(silo => silo
            .UseLocalhostClustering(FreePort.Take(), FreePort.Take())
            .AddAdoNetGrainStorage(Storage, options =>
            {
                options.Invariant = "Npgsql";
                options.DataSource = database;
            }));
        await using var app = builder.Build();
        var keys = new PeerKeys(ServerProcess.Key);
        var grains = app.Services.GetRequiredService<IGrainFactory>();
        app.MapPost(Path, http => ExecuteAsync(http, keys, grains));
        app.MapGet("/readyz", () => "ready");
        await app.RunAsync();
        return 0;
    }

    static async Task ExecuteAsync(HttpContext http, PeerKeys keys, IGrainFactory grains)
    {
        if (keys.ActorOf(http.Request.Headers.Authorization) is not { } actor)
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        await JsonSerializer.DeserializeAsync<ExecuteActionRequest>(http.Request.BodyReader, DncJson.Options, http.RequestAborted);
        var at = TimeProvider.System.GetUtcNow();
        var lead = (string)http.Request.RouteValues["leadId"]!;
        var action = (string)http.Request.RouteValues["actionId"]!;
        var sent = http.Request.Headers[DncHeaders.IdempotencyKey];
        var commit = StableId.Of(PeerRequest.Organization, lead, sent.Count == 1 ? sent[0]! : Ids.Next(at).ToString());
        var id = await grains.GetGrain<IKeptLeadGrain>(lead).ExecuteAsync(commit, action, actor, at);
        http.Response.StatusCode = StatusCodes.Status201Created;
        await http.Response.WriteAsJsonAsync(new { id, leadId = lead, actionId = action, actor, at }, http.RequestAborted);
    }
}
