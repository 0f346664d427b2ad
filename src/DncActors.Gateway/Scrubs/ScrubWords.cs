using DncActors.Contracts.ContactChecks;

namespace DncActors.Gateway.Scrubs;

/// <summary>What is added to lines, as bytes.</summary>
/// <param name="Header">To the line with the names of columns.</param>
/// <param name="Allowed">To a line with a contact point.</param>
/// <param name="First">What of these three is left out where the line has no field before them.</param>
/// <param name="Text">What comes before a line that is a mere text.</param>
/// <param name="Last">Behind a line that has no line end.</param>
sealed record ScrubWords(byte[] Header, byte[] Allowed, byte[] Blocked, byte[] Invalid, int First, byte[] Text, byte[] Last)
{
    /// <summary>More than all of it together.</summary>
    internal const int MaxBytes = 256;

    internal byte[] Of(CheckVerdict verdict) => verdict switch
    {
        CheckVerdict.Allowed => Allowed,
        CheckVerdict.Blocked => Blocked,
        CheckVerdict.Invalid => Invalid,
        _ => throw new InvalidOperationException("What is unsure is not told."),
    };
}
