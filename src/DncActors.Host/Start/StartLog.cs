using DncActors.Host.Settings;

namespace DncActors.Host.Start;

/// <summary>One line for each stage of the start.</summary>
static partial class StartLog
{
    [LoggerMessage(1, LogLevel.Information, "DncActors {Version}: role {Role}, storage {Storage}, silo port {SiloPort}, process {ProcessId}")]
    internal static partial void Starting(ILogger logger, string version, DncRole role, StorageKind storage, int siloPort, int processId);

    [LoggerMessage(3, LogLevel.Information, "First start: the organization 'default' is made")]
    internal static partial void FirstStart(ILogger logger);

    [LoggerMessage(14, LogLevel.Information, "The organization 'default' was made just before, with the same key")]
    internal static partial void FirstStartBefore(ILogger logger);

    [LoggerMessage(4, LogLevel.Information, "Loading the demo organization")]
    internal static partial void Demo(ILogger logger);

    [LoggerMessage(5, LogLevel.Information, "The demo organization is loaded after {Elapsed}")]
    internal static partial void DemoLoaded(ILogger logger, TimeSpan elapsed);

    [LoggerMessage(6, LogLevel.Information, "Ready")]
    internal static partial void Ready(ILogger logger);

    [LoggerMessage(15, LogLevel.Information, "Ready. Open {Address} in a browser, and sign in with a key or a password")]
    internal static partial void ReadyWithPages(ILogger logger, Uri address);

    [LoggerMessage(7, LogLevel.Warning, "Dnc__BootstrapKey is not used: this store had its first start, and the key is none of organization 'default'")]
    internal static partial void BootstrapKeyNotUsed(ILogger logger);

    [LoggerMessage(8, LogLevel.Information, "Stopping: not ready any more; it serves on for {DrainSeconds} s, then what is under way is finished")]
    internal static partial void Stopping(ILogger logger, int drainSeconds);

    [LoggerMessage(10, LogLevel.Warning, "Another process made this store's first start meanwhile: its key counts, and one that was printed here is void")]
    internal static partial void NotTheFirst(ILogger logger);

    [LoggerMessage(11, LogLevel.Warning, "The demo organization was cut off while it was loaded, and the store is in use since: it stays unfinished")]
    internal static partial void DemoLeftUnfinished(ILogger logger);

    [LoggerMessage(13, LogLevel.Information, "Telemetry: metrics {Metrics}, collector {Collector}, part of the requests that are traced {TraceRatio}")]
    internal static partial void Telemetry(ILogger logger, string metrics, string collector, double traceRatio);

    [LoggerMessage(9, LogLevel.Critical, "The start failed")]
    internal static partial void Failed(ILogger logger, Exception fault);

    [LoggerMessage(12, LogLevel.Information, "DncActors {Version}: role {Role}, asks the silos of cluster {ClusterId}, process {ProcessId}")]
    internal static partial void StartingGateway(ILogger logger, string version, DncRole role, string clusterId, int processId);
}
