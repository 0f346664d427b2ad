namespace DncActors.Host.Telemetry;

/// <summary>What of the telemetry is on, seeing where it can go.</summary>
/// <param name="Collector">What is sent goes there; null: nothing is sent.</param>
/// <param name="Traces">Requests are traced: there is somebody to send traces to.</param>
sealed record TelemetryPlan(bool Metrics, bool Traces, double TraceRatio, string? Collector)
{
    /// <summary>OpenTelemetry's own variables that say where to send; one is enough.</summary>
    static readonly string[] _variables =
    [
        "OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", "OTEL_EXPORTER_OTLP_LOGS_ENDPOINT",
    ];

    internal static TelemetryPlan Of(TelemetryOptions options, IConfiguration configuration)
    {
        var collector = options.OtlpEndpoint?.ToString()
            ?? _variables.Select(name => configuration[name]).FirstOrDefault(value => !string.IsNullOrEmpty(value));
        return new(options.Metrics, collector is not null && options.TraceRatio > 0, options.TraceRatio, collector);
    }

    /// <summary>
    /// What of OpenTelemetry's own variables is no address; by one of them nothing would be sent, and nobody told. The value may carry a password.
    /// </summary>
    internal static IEnumerable<string> FindWrong(IConfiguration configuration) =>
        from name in _variables
        let value = configuration[name]
        where !string.IsNullOrEmpty(value) && !(Uri.TryCreate(value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
        select $"{name} is no address of a collector: write one such as http://collector:4317.";

    /// <summary>The collector's host and port: an address may carry a password.</summary>
    internal string CollectorName =>
        Collector is null ? "none" : Uri.TryCreate(Collector, UriKind.Absolute, out var address) ? address.Authority : "the collector";
}
