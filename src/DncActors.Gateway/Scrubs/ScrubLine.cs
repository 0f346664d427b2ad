namespace DncActors.Gateway.Scrubs;

/// <summary>A line in its chunk; it begins where the one before it ends.</summary>
/// <param name="End">Where its content ends and what is added comes.</param>
/// <param name="LineEnd">Where its line end begins, which comes behind that.</param>
/// <param name="Next">Where the next line begins.</param>
readonly record struct ScrubLine(int End, int LineEnd, int Next, ScrubLineKind Kind);
