using System.Globalization;
using System.Net.Sockets;
using DncActors.Benchmarks.Load;
using DncActors.Benchmarks.Peer;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Npgsql;
using StackExchange.Redis;

namespace DncActors.Benchmarks.CheckPeers;

/// <summary>What a dialer's makers would write without the product: an endpoint in front of a Redis or a PostgreSQL. It promises nothing about nodes.</summary>
static class CheckPeerServer
{
    public const string Path = "/check";
    public const string BatchPath = "/check/batch";

    public static Task<ServerProcess> StartRedisAsync(string socket) => StartAsync("--redis", socket);

    public static Task<ServerProcess> StartPostgresAsync(string connectionString, int pool = PostgresCheckStore.DefaultPool) =>
        StartAsync("--postgres", connectionString, "--pool", pool.ToString(CultureInfo.InvariantCulture));

    public static async Task<int> RunAsync(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        var settings = builder.Configuration;
        if (settings["redis"] is { } socket)
        {
            var options = new ConfigurationOptions { EndPoints = { new UnixDomainSocketEndPoint(socket) } };
            await using var redis = await ConnectionMultiplexer.ConnectAsync(options);
            return await ServeAsync(builder, new RedisCheckStore(redis.GetDatabase()));
        }
        var pool = settings.GetValue("pool", PostgresCheckStore.DefaultPool);
        await using var database = NpgsqlDataSource.Create(PostgresCheckStore.Pool(settings["postgres"]!, pool));
        return await ServeAsync(builder, new PostgresCheckStore(database));
    }

    static Task<ServerProcess> StartAsync(params string[] arguments) => ServerProcess.StartAsync(["check-peer", .. arguments], _ => []);

    static async Task<int> ServeAsync(WebApplicationBuilder builder, ICheckPeerStore store)
    {
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        var endpoints = new CheckPeerEndpoints(store, new PeerKeys(ServerProcess.Key));
        await using var app = builder.Build();
        app.MapGet(Path, endpoints.GetAsync);
        app.MapPost(BatchPath, endpoints.PostAsync);
        app.MapGet("/readyz", () => "ready");
        await app.RunAsync();
        return 0;
    }
}
