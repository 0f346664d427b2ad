using DncActors.Client.ContactChecks;

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

    internal static string? Tone(string verdict) => verdict switch
    {
        VerdictNames.Allowed => "good",
        VerdictNames.Blocked => "bad",
        VerdictNames.Invalid => "warn",
        _ => null,
    };
}
