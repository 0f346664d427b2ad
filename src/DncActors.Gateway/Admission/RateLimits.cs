using System.Globalization;
using DncActors.Contracts.Access;
using DncActors.Gateway.Errors;
using Microsoft.Extensions.Options;

namespace DncActors.Gateway.Admission;

/// <summary>What each API key may ask for in a second, in this process.</summary>
sealed class RateLimits(IOptions<DncGatewayOptions> options, TimeProvider time, AdmissionInstruments instruments)
{
    readonly KeyLimit _checks = new(options.Value.RateLimits.ChecksPerSecond, time);
    readonly KeyLimit _changes = new(options.Value.RateLimits.ChangesPerSecond, time);

    internal bool LimitsChecks => _checks.IsOn;

    /// <summary>Null when they may be made; then they are counted.</summary>
    /// <param name="contactPoints">0 counts nothing, and only asks whether an earlier batch is paid for.</param>
    internal Problem? TakeChecks(CallerAccess caller, int contactPoints) =>
        _checks.TryTake(caller.Organization, caller.KeyId, contactPoints) is > 0 and var seconds
            ? Refuse(
                "checks", seconds,
                $"This key may check {Text(_checks.PerSecond)} contact points a second, each of a batch counted, and has checked more.")
            : null;

    /// <summary>Waits until they may be made, and counts them: what goes on for long is slowed down, not refused.</summary>
    internal async ValueTask WaitForChecksAsync(CallerAccess caller, int contactPoints, CancellationToken cancellation)
    {
        while (_checks.TryTake(caller.Organization, caller.KeyId, contactPoints) is > 0 and var seconds)
            await Task.Delay(TimeSpan.FromSeconds(seconds), time, cancellation);
    }

    /// <summary>Null when it may be made; then it is counted.</summary>
    internal Problem? TakeChange(CallerAccess caller) =>
        _changes.TryTake(caller.Organization, caller.KeyId, 1) is > 0 and var seconds
            ? Refuse("changes", seconds, $"This key may make {Text(_changes.PerSecond)} changes a second, and has made more. Nothing was done.")
            : null;

    Problem Refuse(string what, int seconds, string detail)
    {
        instruments.Limited(what);
        return new(ProblemKinds.RateLimited, $"{detail} Send it again in {Text(seconds)} s.", $"rate.{what}") { RetryAfter = seconds };
    }

    static string Text(int number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
