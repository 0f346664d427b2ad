using System.Collections.Concurrent;

namespace DncActors.Gateway.Organizations;

/// <summary>Values of a label: the first so many that are seen are told, all others are one. What reads metrics pays for each of them.</summary>
sealed class BoundedLabels(string name, int most)
{
    /// <summary>All that are not told. No id begins so.</summary>
    internal const string Others = "_others";

    readonly ConcurrentDictionary<string, KeyValuePair<string, object?>> _told = new(StringComparer.Ordinal);
    readonly Lock _gate = new();
    volatile int _count;

    internal KeyValuePair<string, object?> OfOthers { get; } = new(name, Others);

    internal KeyValuePair<string, object?> Of(string value) =>
        _told.TryGetValue(value, out var label) ? label : _count < most ? Tell(value) : OfOthers;

    KeyValuePair<string, object?> Tell(string value)
    {
        lock (_gate)
        {
            if (_told.TryGetValue(value, out var label)) return label;
            if (_count == most) return OfOthers;
            _count++;
            return _told[value] = new(name, value);
        }
    }
}
