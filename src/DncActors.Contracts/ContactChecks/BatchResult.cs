using System.Collections.Immutable;

namespace DncActors.Contracts.ContactChecks;

/// <summary>Many verdicts of one look.</summary>
/// <param name="Whole">The same for all; where its verdict is <see cref="CheckVerdict.Unsure"/>, <paramref name="Verdicts"/> mean nothing.</param>
[GenerateSerializer, Immutable, Alias("dnc.BatchResult")]
public readonly record struct BatchResult(CheckResult Whole, ImmutableArray<CheckVerdict> Verdicts);
