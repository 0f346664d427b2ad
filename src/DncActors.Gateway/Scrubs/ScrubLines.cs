namespace DncActors.Gateway.Scrubs;

/// <summary>One of the forms that a scrub comes in: how its lines are read, and what they are answered with.</summary>
abstract class ScrubLines
{
    internal abstract string ContentType { get; }

    /// <summary>Known when the first line has been read.</summary>
    internal abstract ScrubWords Words { get; }

    /// <summary>Whether the summary is a last line of the answer; else it is a trailer.</summary>
    internal abstract bool EndsWithSummary { get; }

    /// <summary>Reads the whole lines of a chunk's text.</summary>
    /// <param name="isLast">Nothing comes behind it: the last line needs no line end.</param>
    /// <exception cref="ScrubEndedException">The file cannot be read further.</exception>
    internal abstract void Read(ScrubChunk chunk, bool isLast);

    /// <summary>What a line that cannot be read at all is answered with, its line end not included.</summary>
    internal virtual byte[] BrokenAnswer(ReadOnlySpan<byte> line) => throw new InvalidOperationException("This form has no such lines.");
}
