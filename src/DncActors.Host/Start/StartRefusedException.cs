namespace DncActors.Host.Start;

/// <summary>The start cannot go on, for a reason that whoever started it can mend: each line names what is wrong and what to do.</summary>
sealed class StartRefusedException(IReadOnlyList<string> lines) : Exception(string.Join(Environment.NewLine, lines))
{
    internal IReadOnlyList<string> Lines => lines;
}
