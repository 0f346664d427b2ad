using System.Diagnostics.Metrics;
using DncActors.Contracts.Leads;
using DncActors.Domain.Outcomes;
using DncActors.Domain.Telemetry;
using DncActors.Gateway.Errors;
using DncActors.Gateway.Organizations;

namespace DncActors.Gateway.Leads;

/// <summary>What an operator sees of the executions that this process answers to clients.</summary>
sealed class ExecutionInstruments : IDisposable
{
    static readonly KeyValuePair<string, object?> _done = new("result", "done");
    static readonly KeyValuePair<string, object?> _repeated = new("result", "repeated");

    readonly Meter _meter;
    readonly Counter<long> _executions;
    readonly OrganizationInstruments _organizations;

    public ExecutionInstruments(OrganizationInstruments organizations, IMeterFactory? meters = null)
    {
        _organizations = organizations;
        _meter = meters?.Create(TelemetryNames.Meter) ?? new Meter(TelemetryNames.Meter);
        _executions = _meter.CreateCounter<long>(
            "dnc.executions", "{execution}", "Executions asked for, by result: done, repeated, or the code of the refusal");
        foreach (var result in Enum.GetValues<RefusalCode>().Select(TagOf).Append(_done).Append(_repeated)) _executions.Add(0, result);
    }

    internal void Answered(string organization, Outcome<Executed> outcome)
    {
        var result = !outcome.Ok ? TagOf(outcome.Refusal.Code) : outcome.Value.Repeated ? _repeated : _done;
        _executions.Add(1, result);
        _organizations.Executed(organization, result);
    }

    public void Dispose() => _meter.Dispose();

    static KeyValuePair<string, object?> TagOf(RefusalCode code) => new("result", ProblemKinds.Of(code).Code);
}
