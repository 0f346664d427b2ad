using System.Diagnostics.CodeAnalysis;

namespace DncActors.Domain.Outcomes;

/// <summary>A value, or the refusal to make one: expected refusals are answers, exceptions are faults.</summary>
[GenerateSerializer, Immutable, Alias("dnc.Outcome`1")]
public readonly record struct Outcome<T>(T? Value, Refusal? Refusal)
{
    [MemberNotNullWhen(false, nameof(Refusal))]
    [MemberNotNullWhen(true, nameof(Value))]
    public bool Ok => Refusal is null;

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);
}
