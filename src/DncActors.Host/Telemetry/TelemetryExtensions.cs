using System.Diagnostics.Metrics;
using DncActors.Domain.Telemetry;
using DncActors.Gateway.Health;
using DncActors.Host.Settings;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace DncActors.Host.Telemetry;

/// <summary>Metrics, traces and logs by OpenTelemetry: what is collected, what is kept out of it, where it goes.</summary>
static class TelemetryExtensions
{
    /// <summary>Ours, Orleans', the web server's, the database driver's and the runtime's.</summary>
    static readonly string[] _meters =
    [
        TelemetryNames.Meter, "Microsoft.Orleans", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Npgsql", "System.Runtime",
    ];

    static readonly string[] _sources = [TelemetryNames.ActivitySource, "Microsoft.AspNetCore", "Microsoft.Orleans.*", "Npgsql"];

    internal static WebApplicationBuilder AddTelemetry(this WebApplicationBuilder builder, DncOptions options)
    {
        var plan = TelemetryPlan.Of(options.Telemetry, builder.Configuration);
        builder.Services.AddSingleton(plan);
        builder.Services.AddDiskInstruments(options.DataDirectory);
        if (!plan.Metrics && plan.Collector is null) return builder;
        var telemetry = builder.Services.AddOpenTelemetry().ConfigureResource(resource => Describe(resource, options, builder.Configuration));
        if (plan.Metrics) telemetry.WithMetrics(metrics => metrics.AddMeter(_meters).AddView(Leave).AddPrometheusExporter());
        if (plan.Traces) telemetry.WithTracing(traces => traces.AddSource(_sources).SetSampler(SamplerOf(plan)).AddProcessor<SafeSpans>());
        if (options.Telemetry.OtlpEndpoint is { } endpoint) telemetry.UseOtlpExporter(ProtocolOf(builder.Configuration), endpoint);
        else if (plan.Collector is not null) telemetry.UseOtlpExporter();
        return builder;
    }

    internal static IServiceCollection AddDiskInstruments(this IServiceCollection services, string directory) =>
        services.AddSingleton(provider => new DiskInstruments(directory, provider.GetService<IMeterFactory>()));

    /// <summary>Metrics are heard from the first on, and traces know the route.</summary>
    internal static WebApplication UseTelemetry(this WebApplication app)
    {
        // Before anything counts: what an instrument says while nobody listens is lost, and with it that nothing has happened yet.
        _ = app.Services.GetService<MeterProvider>();
        _ = app.Services.GetRequiredService<DiskInstruments>();
        if (app.Services.GetRequiredService<TelemetryPlan>().Traces) app.UseMiddleware<RouteSpans>();
        return app;
    }

    /// <summary>Metrics are served, to anybody: nothing in them names a person.</summary>
    internal static void MapMetrics(this WebApplication app)
    {
        if (app.Services.GetRequiredService<TelemetryPlan>().Metrics) app.MapPrometheusScrapingEndpoint(MetricsEndpoint.Path).DeclareMetrics();
    }

    static ParentBasedSampler SamplerOf(TelemetryPlan plan) => new ParentBasedSampler(new TraceIdRatioBasedSampler(plan.TraceRatio));

    /// <summary>What costs something with every request and tells nothing that the others do not.</summary>
    static MetricStreamConfiguration? Leave(Instrument instrument) =>
        instrument.Name is "http.server.active_requests" ? MetricStreamConfiguration.Drop : null;

    static void Describe(ResourceBuilder resource, DncOptions options, ConfigurationManager configuration)
    {
        // Who names it by OpenTelemetry's own variable means that name.
        if (string.IsNullOrEmpty(configuration["OTEL_SERVICE_NAME"])) resource.AddService("dncactors", serviceVersion: SettingsExtensions.Version);
        resource.AddAttributes(
        [
            new("dnc.cluster", options.ClusterId), new("dnc.role", options.Role.ToString().ToLowerInvariant()),
        ]);
    }

    static OtlpExportProtocol ProtocolOf(ConfigurationManager configuration) =>
        configuration["OTEL_EXPORTER_OTLP_PROTOCOL"] == "http/protobuf" ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc;
}
