using System.Collections.Immutable;
using DncActors.Client.Json;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Outcomes;
using DncActors.Gateway.ContactChecks;

namespace DncActors.Gateway.Requests;

/// <summary>
/// Reads the fields of a body's model into what the domain asks for, and collects everything that is wrong. What a value means is judged by the rules.
/// </summary>
sealed class FieldReader
{
    /// <summary>The most items of any list in a body.</summary>
    internal const int MaxItems = 1_000;

    /// <summary>Null until something is wrong: an import reads millions of lines, of which nearly all are good.</summary>
    ImmutableArray<FieldError>.Builder? _errors;

    internal void Wrong(string field, string message) => (_errors ??= ImmutableArray.CreateBuilder<FieldError>()).Add(new FieldError(field, message));

    /// <summary>What was read, where nothing was wrong.</summary>
    internal Outcome<T> Make<T>(T read) => _errors is null ? read : Refusal.Validation(_errors.ToImmutable());

    internal string Required(string field, string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
            Wrong(field, value is null ? $"{field} is missing: write text." : $"'{Quote.Of(value)}' is empty: write text for {field}.");
        return value ?? "";
    }

    internal T Word<T>(string field, string? word, Words<T> words)
        where T : struct, Enum
    {
        if (!words.TryRead(word, out var value))
            Wrong(field, word is null ? $"{field} is missing: write one of {words}." : $"'{Quote.Of(word)}' is not read here: write one of {words}.");
        return value;
    }

    internal ImmutableArray<string> Texts(string field, IReadOnlyList<string?>? values) => List(field, values, (name, value) => Required(name, value));

    internal ImmutableArray<TOut> List<TIn, TOut>(string field, IReadOnlyList<TIn?>? values, Func<string, TIn, TOut> read)
    {
        if (values is null) return [];
        if (values.Count > MaxItems)
        {
            Wrong(field, $"{field} has {values.Count} items: write at most {MaxItems}.");
            return [];
        }
        var items = ImmutableArray.CreateBuilder<TOut>(values.Count);
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] is { } value) items.Add(read($"{field}[{i}]", value));
            else Wrong($"{field}[{i}]", "'null' is not read here: write an item or leave it out.");
        }
        return items.ToImmutable();
    }

    /// <summary>A list of channels as a set.</summary>
    internal Channels ChannelSet(string field, IReadOnlyList<string?>? words)
    {
        var set = Channels.None;
        if (words is { Count: <= MaxItems } && All(words, ref set)) return set;
        foreach (var channel in List(field, words, (name, word) => Word(name, word, ChannelWords.Words))) set |= channel;
        return set;

        static bool All(IReadOnlyList<string?> words, ref Channels set)
        {
            for (var i = 0; i < words.Count; i++)
            {
                if (!ChannelWords.Words.TryRead(words[i], out var channel)) return false;
                set |= channel;
            }
            return true;
        }
    }

    /// <summary>A field of a patch that cannot be taken away: null where it was not sent.</summary>
    internal T? Sent<T>(string field, Optional<T?> optional, Func<string, T, T> read)
        where T : class
    {
        if (!optional.HasValue) return null;
        if (optional.Value is { } value) return read(field, value);
        Wrong(field, $"{field} cannot be null: write a value, or leave the field out to keep what is there.");
        return null;
    }

    /// <summary>A field of a patch that cannot be taken away.</summary>
    internal TOut? SentAs<TIn, TOut>(string field, Optional<TIn?> optional, Func<string, TIn, TOut> read)
        where TIn : class
        where TOut : struct
    {
        if (!optional.HasValue) return null;
        if (optional.Value is { } value) return read(field, value);
        Wrong(field, $"{field} cannot be null: write a value, or leave the field out to keep what is there.");
        return null;
    }

    /// <summary>A plain value of a patch that cannot be taken away.</summary>
    internal T? SentValue<T>(string field, Optional<T?> optional)
        where T : struct
    {
        if (optional.HasValue && optional.Value is null) Wrong(field, $"{field} cannot be null: write a value, or leave the field out to keep what is there.");
        return optional.Value;
    }

    /// <summary>A text of a patch that null takes away.</summary>
    internal static Patched<string> Given(Optional<string?> optional) => optional.HasValue ? new Patched<string>(true, optional.Value) : default;
}
