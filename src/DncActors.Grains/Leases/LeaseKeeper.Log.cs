using Microsoft.Extensions.Logging;

namespace DncActors.Grains.Leases;

sealed partial class LeaseKeeper
{
    [LoggerMessage(1, LogLevel.Information, "Took the lease of epoch {Epoch}")]
    private static partial void LogTaken(ILogger logger, long epoch);

    [LoggerMessage(2, LogLevel.Warning, "The lease of epoch {Epoch} was revoked or waited out; nothing is allowed until the next one")]
    private static partial void LogLost(ILogger logger, long epoch);

    [LoggerMessage(3, LogLevel.Warning, "{Step} of epoch {Epoch} failed; it is tried again")]
    private static partial void LogFault(ILogger logger, Exception fault, LeaseStepKind step, long epoch);

    [LoggerMessage(4, LogLevel.Critical, "The log ends before what this node has applied: the database was put back. The process ends, to load anew")]
    private static partial void LogLogLost(ILogger logger);
}
