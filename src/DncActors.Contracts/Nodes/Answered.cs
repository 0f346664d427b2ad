using DncActors.Contracts.ContactChecks;

namespace DncActors.Contracts.Nodes;

/// <summary>What was answered: checks by verdict, and executions that were done.</summary>
[GenerateSerializer, Immutable, Alias("dnc.Answered")]
public readonly record struct Answered(VerdictCounts Checks, long Executions)
{
    public static Answered operator +(Answered a, Answered b) => new(a.Checks + b.Checks, a.Executions + b.Executions);

    public static Answered operator -(Answered a, Answered b) => new(a.Checks - b.Checks, a.Executions - b.Executions);
}
