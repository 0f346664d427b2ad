using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using DncActors.Contracts.Nodes;
using DncActors.Domain.Telemetry;

namespace DncActors.Grains.UserGroups;

/// <summary>
/// What an operator sees of the user groups that are active on this node: how many, and how far they are behind what they were told of. A label for each
/// group would be one for each that a customer makes.
/// </summary>
sealed class GroupInstruments : IDisposable
{
    readonly Meter _meter;
    readonly ConcurrentDictionary<string, Position> _positions = new(StringComparer.Ordinal);
    Func<int>? _untold;

    public GroupInstruments(IMeterFactory? meters = null)
    {
        _meter = meters?.Create(TelemetryNames.Meter) ?? new Meter(TelemetryNames.Meter);
        _meter.CreateObservableGauge("dnc.user_groups.active", () => _positions.Count, "{group}", "User groups that are active on this node");
        _meter.CreateObservableGauge(
            "dnc.user_groups.behind", () => _positions.Values.Count(p => p.Behind > 0), "{group}", "Those that have not read what they were told of");
        _meter.CreateObservableGauge(
            "dnc.user_groups.behind.most",
            () => _positions.Values.Select(p => p.Behind).DefaultIfEmpty().Max(),
            "{sequence}",
            "How far the last of them is behind it");
        _meter.CreateObservableGauge(
            "dnc.user_groups.untold", () => _untold?.Invoke() ?? 0, "{group}", "Groups that this node could not tell that there is more");
    }

    public UserGroupsView View =>
        new(_positions.Count, _positions.Values.Count(p => p.Behind > 0), _positions.Values.Select(p => p.Behind).DefaultIfEmpty().Max());

    /// <param name="untold">How many groups could not be told.</param>
    public void Watch(Func<int> untold) => _untold = untold;

    public void Told(string group, long upTo) => _positions.AddOrUpdate(
        group, static (_, told) => new(told, 0), static (_, known, told) => known with { Told = Math.Max(known.Told, told) }, upTo);

    public void Read(string group, long cursor) => _positions.AddOrUpdate(
        group, static (_, read) => new(0, read), static (_, known, read) => known with { Cursor = read }, cursor);

    /// <summary>It is active here no more.</summary>
    public void Gone(string group) => _positions.TryRemove(group, out _);

    public void Dispose() => _meter.Dispose();

    readonly record struct Position(long Told, long Cursor)
    {
        public long Behind => Math.Max(0, Told - Cursor);
    }
}
