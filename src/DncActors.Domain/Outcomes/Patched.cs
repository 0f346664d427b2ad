namespace DncActors.Domain.Outcomes;

/// <summary>What a patch says of one field that may also be null: the default leaves it as it is.</summary>
[GenerateSerializer, Immutable, Alias("dnc.Patched`1")]
public readonly record struct Patched<T>(bool Given, T? Value)
{
    public static implicit operator Patched<T>(T? value) => new(true, value);

    /// <summary>The new value, or the old one where nothing was said.</summary>
    public T? Or(T? old) => Given ? Value : old;
}
