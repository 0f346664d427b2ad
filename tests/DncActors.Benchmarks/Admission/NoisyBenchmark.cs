using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using DncActors.Benchmarks.Load;

namespace DncActors.Benchmarks.Admission;

/// <summary>
/// What an organization that sends little waits, alone and beside one that sends as much as it can: once with all places in one, so that who comes first is
/// served first, whoever they are, and once as it is.
/// </summary>
static class NoisyBenchmark
{
    const int LoudConnections = 640;
    const int ExecutionsPerSecond = 20;
    const int ChecksPerSecond = 50;
    const int MostLoudPerSecond = 6_000;
    const int NoLimit = 65_536;

    static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);

    public static async Task<int> RunAsync(string[] args)
    {
        var seconds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 10;
        int[] places = args.Length > 1 ? [.. args.Skip(1).Select(a => int.Parse(a, CultureInfo.InvariantCulture))] : [NoLimit, 96];
        foreach (var atOnce in places) await MeasureAsync(atOnce, TimeSpan.FromSeconds(seconds));
        return 0;
    }

    static async Task MeasureAsync(int atOnce, TimeSpan length)
    {
        await using var server = await ServerProcess.StartAsync(["serve"], directory => new()
        {
            ["Dnc__DataDirectory"] = Path.Combine(directory, "data"),
            ["Dnc__Demo"] = "false",
            ["Dnc__Admission__ChangesAtOnce"] = atOnce.ToString(CultureInfo.InvariantCulture),
        });
        using var quiet = await QuietAsync(server);
        var loudWorld = await BenchWorld.MakeAsync(server.Http);
        await BenchWorld.ImportAsync(server.Http, "/v1/leads/import", (int)(length + WarmUp).TotalSeconds * MostLoudPerSecond, loudWorld.LeadLine);
        var world = await BenchWorld.MakeAsync(quiet);
        await BenchWorld.ImportAsync(quiet, "/v1/leads/import", ((2 * (int)length.TotalSeconds) + 20) * ExecutionsPerSecond, world.LeadLine);
        var executions = new SteadyRequests(quiet, ExecutionsPerSecond, number => Execution(world, number));
        var checks = new SteadyRequests(quiet, ChecksPerSecond, number =>
            new(HttpMethod.Get, $"/v1/contact-checks?phone={Uri.EscapeDataString(BenchWorld.Phone(number))}&channel=call"));
        var what = atOnce == NoLimit ? "first come, first served" : $"{atOnce} changes at once, in turn";

        await RunAsync(executions, checks, WarmUp);
        await RunAsync(executions, checks, length);
        Console.WriteLine($"{what}; alone: executions {executions}; checks {checks}");

        var warm = await ExecutionLoad.RunAsync([server.Address], loudWorld, 0, LoudConnections, WarmUp);
        var flooding = ExecutionLoad.RunAsync([server.Address], loudWorld, warm.Next, LoudConnections, length);
        await RunAsync(executions, checks, length - TimeSpan.FromSeconds(1));
        var flood = await flooding;
        Console.WriteLine($"{what}; beside {LoudConnections} connections: executions {executions}; checks {checks}; " + string.Create(
            CultureInfo.InvariantCulture,
            $"the flood: {flood.PerSecond:N0} answers/s, p50 {flood.P50Milliseconds:N0} ms, {flood.Failed:N0} of {flood.Requests:N0} refused"));
    }

    static Task RunAsync(SteadyRequests executions, SteadyRequests checks, TimeSpan length) =>
        Task.WhenAll(executions.RunAsync(length), checks.RunAsync(length));

    static async Task<HttpClient> QuietAsync(ServerProcess server)
    {
        using var answer = await server.Http.PostAsJsonAsync("/v1/organizations", new { id = "quiet", name = "Quiet", region = "US" });
        var made = await answer.Content.ReadFromJsonAsync<JsonElement>();
        var http = new HttpClient { BaseAddress = server.Address, Timeout = TimeSpan.FromMinutes(2) };
        http.DefaultRequestHeaders.Authorization = new("Bearer", made.GetProperty("key").GetString());
        return http;
    }

    static HttpRequestMessage Execution(BenchWorld world, int number) =>
        new(HttpMethod.Post, $"/v1/leads/{BenchWorld.LeadId(number)}/actions/{world.Action}/executions")
        {
            Content = new StringContent("""{"note":"said stop"}""", Encoding.UTF8, "application/json"),
        };
}
