using Microsoft.Extensions.Logging;

namespace DncActors.Grains.Leases;

sealed partial class ClusterAcknowledgement
{
    [LoggerMessage(1, LogLevel.Warning, "Node {Node} has not confirmed within {Patience}: its lease of epoch {Epoch} is revoked")]
    private static partial void LogSilent(ILogger logger, string node, long epoch, TimeSpan patience);

    [LoggerMessage(2, LogLevel.Warning, "Node {Node} was waited out: the lease of epoch {Epoch} is over")]
    private static partial void LogWaitedOut(ILogger logger, string node, long epoch);

    [LoggerMessage(3, LogLevel.Warning, "{Step} failed for node {Node}, epoch {Epoch}; it is tried again")]
    private static partial void LogFault(ILogger logger, Exception fault, AcknowledgementStepKind step, string node, long epoch);

    [LoggerMessage(4, LogLevel.Debug, "No answer of node {Node}, epoch {Epoch}; it is asked again")]
    private static partial void LogNotReached(ILogger logger, Exception fault, string node, long epoch);
}
