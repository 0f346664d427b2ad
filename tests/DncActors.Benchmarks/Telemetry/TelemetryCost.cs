using System.Globalization;
using DncActors.Benchmarks.Load;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace DncActors.Benchmarks.Telemetry;

/// <summary>
/// The server's processor time for a single check without telemetry, with what is on by itself (metrics), and with a collector besides (metrics, logs, one
/// request in a thousand traced): three servers, one after the other in each round.
/// </summary>
static class TelemetryCost
{
    public static async Task<int> RunAsync(string[] args)
    {
        var rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 10;
        var seconds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 5;
        await using var collector = await CollectorAsync();
        await using var off = await ServerProcess.StartAsync(("Dnc__Telemetry__Metrics", "false"));
        await using var byDefault = await ServerProcess.StartAsync();
        await using var sent = await ServerProcess.StartAsync(
            ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Urls.Single()), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
            ("OTEL_METRIC_EXPORT_INTERVAL", "15000"));
        (string Name, ServerProcess Server, List<double> Cpu, List<double> PerSecond)[] sides =
            [("off", off, [], []), ("by default", byDefault, [], []), ("with a collector", sent, [], [])];
        foreach (var side in sides)
        {
            await CheckLoad.ListAsync(side.Server);
            await CheckLoad.RunAsync(side.Server, "/v1/contact-checks", seconds: 5);
        }
        for (var round = 0; round < rounds; round++)
        {
            // Whoever is first in a round is so in turns.
            for (var i = 0; i < sides.Length; i++)
            {
                var side = sides[(round + i) % sides.Length];
                var (result, cpu) = await CheckLoad.RunAsync(side.Server, "/v1/contact-checks", seconds);
                if (result.Failed > 0) Console.WriteLine($"{side.Name}: {result.Failed} failed");
                side.Cpu.Add(cpu);
                side.PerSecond.Add(result.PerSecond);
            }
            Console.WriteLine($"round {round + 1}: " + string.Join("; ", sides.Select(s => string.Create(
                CultureInfo.InvariantCulture, $"{s.Name} {s.PerSecond[^1]:N0}/s, {s.Cpu[^1]:N2} µs"))));
        }
        foreach (var side in sides)
        {
            var ratio = Spread.Of(side.Cpu.Zip(sides[0].Cpu, (cpu, without) => cpu / without));
            Console.WriteLine($"{side.Name}: server CPU µs {Spread.Of(side.Cpu)}, to off {ratio}; checks/s {Spread.Of(side.PerSecond)}");
        }
        return 0;
    }

    /// <summary>Takes what it is sent and forgets it.</summary>
    static async Task<WebApplication> CollectorAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapPost("/v1/{signal}", async context =>
        {
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
            context.Response.ContentType = "application/x-protobuf";
        });
        await app.StartAsync();
        return app;
    }
}
