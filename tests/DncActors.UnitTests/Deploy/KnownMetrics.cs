using System.Text.RegularExpressions;
using DncActors.UnitTests.HouseRules;

namespace DncActors.UnitTests.Deploy;

/// <summary>Which metrics an expression may ask for, as Prometheus calls them.</summary>
static partial class KnownMetrics
{
    /// <summary>Those that come from Orleans, the web server, the database's driver, the runtime, and Prometheus itself; a real one is asked in the cluster's
    /// tests.</summary>
    static readonly string[] Foreign =
    [
        "ALERTS", "up",
        "db_client_connection_count", "db_client_operation_duration_seconds_bucket",
        "dotnet_gc_pause_time_seconds_total", "dotnet_process_cpu_count", "dotnet_process_cpu_time_seconds_total", "dotnet_process_memory_working_set_bytes",
        "dotnet_thread_pool_queue_length_total",
        "http_server_request_duration_seconds_bucket", "http_server_request_duration_seconds_count", "kestrel_active_connections",
        "orleans_app_requests_latency_milliseconds_bucket", "orleans_catalog_activations", "orleans_consistent_ring_size", "orleans_directory_partition_size",
        "orleans_grains", "orleans_messaging_expired_total", "orleans_messaging_rejected_total", "orleans_messaging_sent_dropped_total",
        "orleans_messaging_sent_failed_total", "orleans_messaging_sent_messages_size_bytes_count",
    ];

    internal static IReadOnlySet<string> All { get; } = Foreign.Concat(Ours()).ToHashSet(StringComparer.Ordinal);

    static IEnumerable<string> Ours() =>
        from row in Row().Matches(SourceTree.Read("docs/metrics.md"))
        let name = row.Groups["name"].Value.Replace('.', '_') + row.Groups["unit"].Value switch { "seconds" => "_seconds", "bytes" => "_bytes", _ => "" }
        from end in row.Groups["kind"].Value switch { "counter" => ["_total"], "histogram" => new[] { "_bucket", "_sum", "_count" }, _ => [""] }
        select name + end;

    [GeneratedRegex(@"^\| `(?<name>dnc\.[a-z_.]+)` \| (?<kind>\w+)(, (?<unit>\w+))?", RegexOptions.Multiline)]
    private static partial Regex Row();
}
