using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using DncActors.Benchmarks.CheckPeers;
using DncActors.Benchmarks.Load;
using DncActors.Benchmarks.Postgres;
using DncActors.Benchmarks.Redis;

namespace DncActors.Benchmarks.Compare;

/// <summary>All who are compared, each with the same phones listed, all of them running from the beginning to the end.</summary>
sealed class CompareWorld : IAsyncDisposable
{
    public const string ChecksPath = "/v1/contact-checks";
    public const string WirePath = "/wire";

    readonly MeasuredPostgres _postgres;

    CompareWorld(CompareOptions options, MeasuredPostgres postgres, RedisServer redis, ServerProcess[] servers)
    {
        Listing = options.Listing;
        _postgres = postgres;
        Redis = redis;
        (Ours, RedisPeer, PostgresPeer) = (servers[0], servers[1], servers[2]);
    }

    public Listing Listing { get; }

    public ServerProcess Ours { get; }

    public ServerProcess RedisPeer { get; }

    public ServerProcess PostgresPeer { get; }

    public RedisServer Redis { get; }

    public TimeSpan PostgresCpu => _postgres.Cpu;

    public static async Task<CompareWorld> StartAsync(CompareOptions options)
    {
        var listing = options.Listing;
        var postgres = await MeasuredPostgres.StartAsync(bySocket: true);
        var database = await postgres.CreateDatabaseAsync();
        await PostgresListing.FillAsync(database, listing);
        var redis = await RedisServer.StartAsync();
        RedisPipeline.Fill(redis, listing);
        var ours = await ServerProcess.StartAsync();
        await listing.ImportAsync(ours);
        var redisPeer = await CheckPeerServer.StartRedisAsync(redis.SocketPath);
        var postgresPeer = await CheckPeerServer.StartPostgresAsync(postgres.ConnectionString(database), options.Pool);
        var world = new CompareWorld(options, postgres, redis, [ours, redisPeer, postgresPeer]);
        await world.VerifyAsync(ours, ChecksPath, ChecksPath + "/batch");
        await world.VerifyAsync(redisPeer, CheckPeerServer.Path, CheckPeerServer.BatchPath);
        await world.VerifyAsync(postgresPeer, CheckPeerServer.Path, CheckPeerServer.BatchPath);
        return world;
    }

    public IReadOnlyList<Contestant> Checks() =>
    [
        Of("ours", Ours, ChecksPath, null, CheckLoad.RunAsync, 1),
        Of("the wire", Ours, WirePath, null, CheckLoad.RunAsync, 1),
        Of("Redis behind ASP.NET", RedisPeer, CheckPeerServer.Path, () => Redis.Cpu, CheckLoad.RunAsync, 1),
        Of("PostgreSQL behind ASP.NET", PostgresPeer, CheckPeerServer.Path, () => PostgresCpu, CheckLoad.RunAsync, 1),
        new("Redis alone, pipelined", seconds =>
        {
            var (rate, cpu) = RedisPipeline.Measure(Redis, Listing, TimeSpan.FromSeconds(seconds));
            return Task.FromResult(new Measured(rate, null, cpu, null, null, 0));
        }),
    ];

    public IReadOnlyList<Contestant> Batches() =>
    [
        Of("ours", Ours, ChecksPath + "/batch", null, BatchLoad.RunAsync, BatchLoad.Phones),
        Of("the plain wire", Ours, WirePath + "/batch", null, BatchLoad.RunAsync, BatchLoad.Phones),
        Of("Redis behind ASP.NET", RedisPeer, CheckPeerServer.BatchPath, () => Redis.Cpu, BatchLoad.RunAsync, BatchLoad.Phones),
        Of("PostgreSQL behind ASP.NET", PostgresPeer, CheckPeerServer.BatchPath, () => PostgresCpu, BatchLoad.RunAsync, BatchLoad.Phones),
    ];

    public async ValueTask DisposeAsync()
    {
        await PostgresPeer.DisposeAsync();
        await RedisPeer.DisposeAsync();
        await Ours.DisposeAsync();
        await Redis.DisposeAsync();
        await _postgres.DisposeAsync();
    }

    Contestant Of(
        string name, ServerProcess server, string path, Func<TimeSpan>? backing,
        Func<ServerProcess, Listing, string, int, Task<(WrkResult Result, double Cpu)>> loadAsync, int points) => new(name, async seconds =>
    {
        var before = backing?.Invoke();
        var (result, cpu) = await loadAsync(server, Listing, path, seconds);
        var behind = (backing?.Invoke() - before)?.TotalMicroseconds / result.Requests;
        return new(result.PerSecond * points, cpu / points, behind / points, result.P50Milliseconds, result.P99Milliseconds, result.Failed);
    });

    /// <summary>Who answers wrongly is not measured.</summary>
    async Task VerifyAsync(ServerProcess server, string path, string batchPath)
    {
        for (var i = 0; i < 20; i++)
        {
            var number = Listing.AskedNumber((Listing.Asked - 20) + i);
            var verdict = await server.Http.GetFromJsonAsync<JsonElement>(path + CheckLoad.Query(number));
            if (verdict.GetProperty("allowed").GetBoolean() == Listing.IsListed(number)) throw new InvalidOperationException($"{path} is wrong: {verdict}");
        }
        using var content = new StringContent(BatchLoad.Body(Listing, 1), Encoding.UTF8, "application/json");
        using var answer = await server.Http.PostAsync(batchPath, content);
        var batch = await answer.Content.ReadFromJsonAsync<JsonElement>();
        if (batch.GetProperty("blocked").GetInt32() == BatchLoad.Phones / Listing.OneIn && batch.GetProperty("verdicts").GetArrayLength() == BatchLoad.Phones)
            return;
        throw new InvalidOperationException($"{batchPath} is wrong: {batch.GetProperty("blocked")} are blocked.");
    }
}
