using System.Diagnostics.Metrics;
using DncActors.Domain.Telemetry;
using DncActors.Gateway.ContactChecks;
using Microsoft.AspNetCore.Http;

namespace DncActors.Gateway.Errors;

/// <summary>What an operator sees of the answers that are problems.</summary>
sealed class RefusalInstruments : IDisposable
{
    readonly Meter _meter;
    readonly Counter<long> _refusals;
    readonly CheckInstruments _checks;

    public RefusalInstruments(CheckInstruments checks, IMeterFactory? meters = null)
    {
        _checks = checks;
        _meter = meters?.Create(TelemetryNames.Meter) ?? new Meter(TelemetryNames.Meter);
        _refusals = _meter.CreateCounter<long>("dnc.refusals", "{answer}", "Answers that were a problem, by its code");
        foreach (var kind in ProblemKinds.All) _refusals.Add(0, TagOf(kind));
    }

    /// <summary>The answer has a status of 400 or more.</summary>
    internal void Refused(HttpContext context, int status)
    {
        _refusals.Add(1, TagOf(ProblemKinds.Of(status)));
        if (status == StatusCodes.Status503ServiceUnavailable && context.GetEndpoint()?.Metadata.GetMetadata<AnswersChecks>() is { } checks)
        {
            _checks.FailedClosed(checks.Transport);
        }
    }

    public void Dispose() => _meter.Dispose();

    static KeyValuePair<string, object?> TagOf(ProblemKind kind) => new("code", kind.Code);
}
