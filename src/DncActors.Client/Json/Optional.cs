using System.Text.Json.Serialization;

namespace DncActors.Client.Json;

/// <summary>
/// A field of a PATCH body that may be absent: absent leaves the value as it is, null is a value of its own.
/// Without it, "not sent" and "sent as null" could not be told apart. Mark the property
/// <c>[JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]</c>, so that an absent field is not written either.
/// </summary>
[JsonConverter(typeof(OptionalConverterFactory))]
public readonly record struct Optional<T>
{
    /// <summary>A field that was sent, with this value (which may be null).</summary>
    public Optional(T value)
    {
        HasValue = true;
        Value = value;
    }

    /// <summary>Whether the field was sent.</summary>
    public bool HasValue { get; }

    /// <summary>What was sent; the type's default when nothing was.</summary>
    public T? Value { get; }

    /// <summary>What was sent, or <paramref name="current"/> when nothing was.</summary>
    public T? Or(T? current) => HasValue ? Value : current;

    public static implicit operator Optional<T>(T value) => new(value);
}
