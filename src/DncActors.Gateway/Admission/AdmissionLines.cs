using DncActors.Gateway.Errors;
using Microsoft.Extensions.Options;

namespace DncActors.Gateway.Admission;

/// <summary>Where requests wait for what this process can work on: a line for each load that is held up, apart from the others.</summary>
sealed class AdmissionLines
{
    readonly AdmissionInstruments _instruments;
    readonly FairLine _changes;
    readonly FairLine _reads;
    readonly FairLine _batches;
    readonly FairLine _imports;
    readonly FairLine _exports;

    public AdmissionLines(IOptions<DncGatewayOptions> options, TimeProvider time, AdmissionInstruments instruments)
    {
        var limits = options.Value.Admission;
        _instruments = instruments;
        _changes = new(limits.ChangesAtOnce, limits.ChangesWaiting, limits.Patience, time);
        _reads = new(limits.ReadsAtOnce, limits.ReadsWaiting, limits.Patience, time);
        _batches = new(limits.BatchesAtOnce, limits.BatchesWaiting, limits.Patience, time);
        _imports = new(limits.StreamsAtOnce, 0, limits.Patience, time);
        _exports = new(limits.StreamsAtOnce, 0, limits.Patience, time);
        instruments.Watch(Of);
    }

    /// <summary>The line of a load; null for what is never held up.</summary>
    internal FairLine? Of(Load load) => load switch
    {
        Load.Change => _changes,
        Load.Read => _reads,
        Load.Batch => _batches,
        Load.Import => _imports,
        Load.Export => _exports,
        _ => null,
    };

    /// <summary>A place for the work, or a refused one: then <see cref="Overloaded"/> is the answer.</summary>
    internal ValueTask<Place> EnterAsync(Load load, string organization, CancellationToken cancellation) =>
        Of(load) is { } line ? line.EnterAsync(organization, cancellation) : default;

    /// <summary>What a request is answered that has no place: it was not begun, so that it may be sent again.</summary>
    internal Problem Overloaded(Load load)
    {
        _instruments.Shed(load);
        return new(ProblemKinds.Unavailable, $"{WhyNot(load)} Nothing was done: send the same again.", "overloaded");
    }

    static string WhyNot(Load load) => load switch
    {
        Load.Change => "More changes wait here than can be made soon.",
        Load.Read => "More searches and reports wait here than can be read soon.",
        Load.Batch => "More batches wait here than can be checked soon.",
        Load.Import => "As many imports run here as may: let one end first.",
        _ => "As many exports run here as may: let one end first.",
    };
}
