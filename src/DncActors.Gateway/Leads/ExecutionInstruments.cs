using System.Diagnostics.Metrics;
using DncActors.Contracts.Leads;
using DncActors.Domain.Outcomes;
using DncActors.Domain.Telemetry;
using DncActors.Gateway.Errors;

namespace DncActors.Gateway.Leads;

/// <summary>What an operator sees of the executions that this process answers to clients.</summary>
sealed class ExecutionInstruments : IDisposable
{
    static readonly KeyValuePair<string, object?> _done = new("result", "done");
    static readonly KeyValuePair<string, object?> _repeated = new("result", "repeated");

    readonly Meter _meter;
    readonly Counter<long> _executions;

    public ExecutionInstruments(IMeterFactory? meters = null)
    {
        _meter = meters?.Create(TelemetryNames.Meter) ?? new Meter(TelemetryNames.Meter);
        _executions = _meter.CreateCounter<long>(
            "dnc.executions", "{execution}", "Executions asked for, by result: done, repeated, or the code of the refusal");
    }

    internal void Answered(Outcome<Executed> outcome) => _executions.Add(
        1, !outcome.Ok ? new("result", ProblemKinds.Of(outcome.Refusal.Code).Code) : outcome.Value.Repeated ? _repeated : _done);

    public void Dispose() => _meter.Dispose();
}
