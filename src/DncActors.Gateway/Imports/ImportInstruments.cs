using System.Diagnostics.Metrics;
using DncActors.Contracts.Imports;
using DncActors.Domain.Telemetry;

namespace DncActors.Gateway.Imports;

/// <summary>What an operator sees of imports, when they end.</summary>
sealed class ImportInstruments : IDisposable
{
    readonly Meter _meter;
    readonly Counter<long> _lines;
    readonly Counter<long> _imports;

    public ImportInstruments(IMeterFactory? meters = null)
    {
        _meter = meters?.Create(TelemetryNames.Meter) ?? new Meter(TelemetryNames.Meter);
        _lines = _meter.CreateCounter<long>("dnc.import.lines", "{line}", "Lines of imports that have ended, by what they are of and result");
        _imports = _meter.CreateCounter<long>("dnc.imports", "{import}", "Imports that have ended, by what they are of and result");
        foreach (var of in new[] { "leads", "entries" })
        {
            Add(of, 0, 0);
            foreach (var result in new[] { "whole", "stopped" }) _imports.Add(0, Of(of), new("result", result));
        }
    }

    /// <summary>What was only tried is not counted.</summary>
    /// <param name="of">Leads or entries.</param>
    internal void Ended(string of, ImportReport report, bool wasRead)
    {
        if (report.DryRun) return;
        Add(of, report.Accepted, report.Rejected);
        _imports.Add(1, Of(of), new("result", wasRead && report.Stopped is null && report.Cut is null ? "whole" : "stopped"));
    }

    public void Dispose() => _meter.Dispose();

    void Add(string of, long accepted, long rejected)
    {
        _lines.Add(accepted, Of(of), new("result", "accepted"));
        _lines.Add(rejected, Of(of), new("result", "rejected"));
    }

    static KeyValuePair<string, object?> Of(string what) => new("of", what);
}
