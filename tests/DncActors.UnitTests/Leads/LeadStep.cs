using CsCheck;

namespace DncActors.UnitTests.Leads;

/// <summary>One thing that happens to a lead in a random story; the numbers choose among what is possible then.</summary>
sealed record LeadStep(LeadStepKind Kind, int Lead, int Choice, int More)
{
    public static readonly Gen<LeadStep> Any = Gen.Select(
        Gen.Frequency(
            (8, Gen.Const(LeadStepKind.Execute)),
            (4, Gen.Const(LeadStepKind.SetPoints)),
            (3, Gen.Const(LeadStepKind.RevokeOwn)),
            (2, Gen.Const(LeadStepKind.AddManual)),
            (1, Gen.Const(LeadStepKind.RevokeManual)),
            (2, Gen.Const(LeadStepKind.Restrict)),
            (2, Gen.Const(LeadStepKind.Wait)),
            (2, Gen.Const(LeadStepKind.Race))),
        Gen.Int[0, 1],
        Gen.Int[0, 1_000],
        Gen.Int[0, 1_000],
        (kind, lead, choice, more) => new LeadStep(kind, lead, choice, more));
}
