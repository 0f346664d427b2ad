using System.Globalization;
using System.Net.Http.Json;
using DncActors.Benchmarks.Load;

namespace DncActors.Benchmarks.Pages;

/// <summary>
/// The host with its console and a large organization: how long the reads of the list pages take, and what a single check costs the server while so many
/// consoles are open, and while none is, in turns.
/// </summary>
static class PagesBenchmark
{
    const int Executions = 200;

    public static async Task<int> RunAsync(string[] args)
    {
        var records = Number(0, 1_000_000);
        var (consoles, rounds, seconds) = (Number(1, 50), Number(2, 10), Number(3, 5));
        await using var server = await ServerProcess.StartHostAsync();
        var world = await BenchWorld.MakeAsync(server.Http, groups: 8);
        await BenchWorld.ImportAsync(server.Http, "/v1/leads/import", records, world.LeadLine);
        await BenchWorld.ImportAsync(server.Http, "/v1/dnc/entries/import", records, BenchWorld.EntryLine);
        for (var lead = 0; lead < Executions; lead++) await ExecuteAsync(server, world, lead);
        await PageReads.MeasureAsync(server, world, records);
        if (rounds > 0) await CompareAsync(server, consoles, rounds, seconds);
        return 0;

        int Number(int at, int otherwise) => args.Length > at ? int.Parse(args[at], CultureInfo.InvariantCulture) : otherwise;
    }

    static async Task ExecuteAsync(ServerProcess server, BenchWorld world, int lead)
    {
        using var answer = await server.Http.PostAsJsonAsync($"/v1/leads/{BenchWorld.LeadId(lead)}/actions/{world.Action}/executions", new { });
        answer.EnsureSuccessStatusCode();
    }

    static async Task CompareAsync(ServerProcess server, int consoles, int rounds, int seconds)
    {
        await CheckLoad.ListAsync(server);
        await CheckLoad.RunAsync(server, "/v1/contact-checks", seconds: 5);
        await using var windows = await OpenConsoles.SignInAsync(server.Address, ServerProcess.Key);
        List<double> without = [], with = [];
        for (var round = 0; round < rounds; round++)
        {
            without.Add((await CheckLoad.RunAsync(server, "/v1/contact-checks", seconds)).Cpu);
            await windows.OpenAsync(consoles);
            with.Add((await CheckLoad.RunAsync(server, "/v1/contact-checks", seconds)).Cpu);
            await windows.CloseAsync();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"round {round + 1}: {without[^1]:N2} µs with none, {with[^1]:N2} with {consoles} open"));
        }
        var ratio = Spread.Of(with.Zip(without, (open, none) => open / none));
        Console.WriteLine($"server CPU µs of a check: {Spread.Of(without)} with no console, {Spread.Of(with)} with {consoles} open; to none {ratio}");
    }
}
