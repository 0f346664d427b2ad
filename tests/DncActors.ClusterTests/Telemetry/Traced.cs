using DncActors.ClusterTests.Host;

namespace DncActors.ClusterTests.Telemetry;

/// <summary>A host that tells a collector everything.</summary>
static class Traced
{
    internal static HostStart By(OtlpSink sink, HostStart? start = null) => (start ?? new HostStart())
        .With("OTEL_EXPORTER_OTLP_ENDPOINT", sink.Address)
        .With("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")
        .With("OTEL_BSP_SCHEDULE_DELAY", "200")
        .With("OTEL_BSP_MAX_QUEUE_SIZE", "100000")
        .With("Dnc__Telemetry__TraceRatio", "1");
}
