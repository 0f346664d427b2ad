namespace DncActors.Client.Scrubs;

/// <summary>What a scrub takes. It may have any number of lines.</summary>
public static class ScrubLimits
{
    /// <summary>The most bytes of a line, and of a CSV record over several lines: 65,536.</summary>
    public const int MaxLineBytes = 64 * 1024;

    /// <summary>The most columns that together make a phone: 4.</summary>
    public const int MaxJoinedColumns = 4;
}
