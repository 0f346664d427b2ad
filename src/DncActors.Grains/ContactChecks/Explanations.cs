using System.Collections.Immutable;
using DncActors.Contracts.Registry;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Registry;
using Microsoft.Extensions.Logging;

namespace DncActors.Grains.ContactChecks;

/// <summary>Asks the list why a contact point is blocked. A block needs no explanation to be a block: whatever fails here is an empty list and a line in the
/// log.</summary>
sealed partial class Explanations(IGrainFactory grains, KnownReasons known, TimeProvider time, ILogger<Explanations> logger)
{
    static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);

    public ValueTask<ImmutableArray<VerdictReason>> ExplainAsync(
        string organization, ContactPoint point, Channels channel, long asOf, long nowMilliseconds, CancellationToken cancellation)
    {
        var asked = known.Ask(organization, point, channel, asOf);
        return known.TryFind(asked, nowMilliseconds, out var reasons) ? new(reasons) : AskAsync(asked, nowMilliseconds, cancellation);
    }

    async ValueTask<ImmutableArray<VerdictReason>> AskAsync(KnownReasons.Asked asked, long nowMilliseconds, CancellationToken cancellation)
    {
        var (organization, point, channel) = asked.Question;
        try
        {
            var reasons = await grains.GetGrain<IDncRegistryGrain>(RegistryShards.KeyOf(organization, point))
                .ExplainAsync(point, channel, asked.AsOf, DateTimeOffset.FromUnixTimeMilliseconds(nowMilliseconds))
                .WaitAsync(LongestWait, time, cancellation);
            known.Keep(asked, reasons);
            return reasons;
        }
#pragma warning disable CA1031 // Any fault at all: an explanation that is missing is no error.
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogFault(logger, fault.GetType().Name);
            return [];
        }
    }

    // Only the kind of fault: a message might quote the contact point.
    [LoggerMessage(1, LogLevel.Warning, "A block could not be explained: {Fault}")]
    private static partial void LogFault(ILogger logger, string fault);
}
