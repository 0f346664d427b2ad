using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace DncActors.ClusterTests.Telemetry;

/// <summary>A collector that keeps what it is sent (OTLP over HTTP), byte by byte: texts stand in protobuf as they are.</summary>
public sealed class OtlpSink : IAsyncDisposable
{
    readonly WebApplication _app;
    readonly ConcurrentQueue<(string Signal, byte[] Body)> _sent = new();

    OtlpSink(WebApplication app) => _app = app;

    public string Address => _app.Urls.Single();

    public static async Task<OtlpSink> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var sink = new OtlpSink(builder.Build());
        sink._app.MapPost("/v1/{signal}", async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            sink._sent.Enqueue(((string)context.Request.RouteValues["signal"]!, body.ToArray()));
            context.Response.ContentType = "application/x-protobuf";
        });
        await sink._app.StartAsync(TestContext.Current.CancellationToken);
        return sink;
    }

    /// <summary>All of a signal (traces, metrics, logs), each byte as a character.</summary>
    public string TextOf(string signal) => string.Concat(_sent.Where(s => s.Signal == signal).Select(s => Encoding.Latin1.GetString(s.Body)));

    public IReadOnlyList<OtlpSpan> Spans => [.. _sent.Where(s => s.Signal == "traces").SelectMany(s => OtlpSpan.Read(s.Body))];

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }
}
