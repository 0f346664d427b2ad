using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace DncActors.Gateway.Requests;

/// <summary>The words that stand for an enumeration's values on the wire, in both directions. Case matters, as in all of the contract.</summary>
sealed class Words<T>(params ImmutableArray<(T Value, string Word)> pairs)
    where T : struct, Enum
{
    internal IReadOnlyList<string> All { get; } = [.. pairs.Select(p => p.Word)];

    internal string Of(T value)
    {
        foreach (var pair in pairs)
        {
            if (EqualityComparer<T>.Default.Equals(pair.Value, value)) return pair.Word;
        }
        throw new ArgumentOutOfRangeException(nameof(value), value, "It has no word.");
    }

    internal bool TryRead([NotNullWhen(true)] string? word, out T value)
    {
        foreach (var pair in pairs)
        {
            if (pair.Word != word) continue;
            value = pair.Value;
            return true;
        }
        value = default;
        return false;
    }

    /// <summary>The same for a text that the reader stands on.</summary>
    internal bool TryRead(ref Utf8JsonReader text, out T value)
    {
        foreach (var pair in pairs)
        {
            if (!text.ValueTextEquals(pair.Word)) continue;
            value = pair.Value;
            return true;
        }
        value = default;
        return false;
    }

    public override string ToString() => string.Join(", ", All);
}
