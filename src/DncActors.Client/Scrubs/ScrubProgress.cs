namespace DncActors.Client.Scrubs;

/// <summary>How far a scrub is.</summary>
/// <param name="Bytes">Of the file, answered.</param>
/// <param name="Lines">Judged.</param>
public readonly record struct ScrubProgress(long Bytes, long Lines);
