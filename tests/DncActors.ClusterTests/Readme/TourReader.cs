namespace DncActors.ClusterTests.Readme;

/// <summary>Reads the tour out of the README: what it tells people to type, and what it says that they will see.</summary>
public static class TourReader
{
    const string Heading = "## A tour";
    const string Commands = "```sh";
    const string Answer = "```json";
    const string End = "```";

    public static IReadOnlyList<TourStep> Read(string readme)
    {
        var steps = new List<TourStep>();
        using var lines = readme.Split('\n').SkipWhile(line => !line.StartsWith(Heading, StringComparison.Ordinal)).Skip(1)
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal)).GetEnumerator();
        while (lines.MoveNext())
        {
            if (lines.Current == Commands) steps.Add(new(Block(lines), null));
            else if (lines.Current == Answer) steps[^1] = steps[^1] with { Answer = Block(lines) };
        }
        return steps;
    }

    static string Block(IEnumerator<string> lines)
    {
        var block = new List<string>();
        while (lines.MoveNext() && lines.Current != End) block.Add(lines.Current);
        return string.Join('\n', block);
    }
}
