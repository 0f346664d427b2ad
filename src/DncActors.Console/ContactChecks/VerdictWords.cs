using DncActors.Client.ContactChecks;
using DncActors.Console.Parts;

namespace DncActors.Console.ContactChecks;

/// <summary>Verdicts as people call them.</summary>
static class VerdictWords
{
    internal static string Of(string verdict) => verdict switch
    {
        VerdictNames.Allowed => "allowed",
        VerdictNames.Blocked => "blocked",
        VerdictNames.Invalid => "cannot be read",
        _ => verdict,
    };

    /// <summary>What people wrote, without who, when and by which execution, which a page shows by itself. Null where there is none.</summary>
    internal static string? Reason(VerdictReasonModel reason) => SaidWords.BehindWhoAndWhen(reason.Detail);

    internal static string? Tone(string verdict) => verdict switch
    {
        VerdictNames.Allowed => "good",
        VerdictNames.Blocked => "bad",
        VerdictNames.Invalid => "warn",
        _ => null,
    };
}
