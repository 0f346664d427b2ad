namespace DncActors.Host.Telemetry;

/// <summary>What operators see of this process.</summary>
public sealed record TelemetryOptions
{
    /// <summary>Count and measure, and answer <c>/metrics</c>. Default: true.</summary>
    public bool Metrics { get; init; } = true;

    /// <summary>
    /// The part of the requests that are traced, 0 to 1, where traces are sent anywhere; 0: none. Who calls with a trace of their own decides for that
    /// request. Default: 0.001.
    /// </summary>
    public double TraceRatio { get; init; } = 0.001;

    /// <summary>
    /// Where metrics, traces and logs are sent by OTLP. Default: what OpenTelemetry's own variable <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says; without either
    /// nothing is sent.
    /// </summary>
    public Uri? OtlpEndpoint { get; init; }

    /// <summary>
    /// Of how many organizations the metrics tell the id, with ten ids of keys of each; the others are counted as one. Whoever reads the metrics needs no key.
    /// Default: 0, nobody is named; at most 100.
    /// </summary>
    public int OrganizationLabels { get; init; }
}
