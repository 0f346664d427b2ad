namespace DncActors.Benchmarks.Dashboards;

/// <summary>What is drawn: from when to when, and what was done meanwhile.</summary>
sealed class PictureRun(DateTimeOffset began)
{
    readonly List<(double Seconds, string What)> _notes = [];

    public DateTimeOffset From { get; } = began;

    public DateTimeOffset To { get; private set; }

    public double Seconds => (To - From).TotalSeconds;

    public IReadOnlyList<(double Seconds, string What)> Notes => _notes;

    public void Note(string what)
    {
        var at = (TimeProvider.System.GetUtcNow() - From).TotalSeconds;
        _notes.Add((at, what));
        Console.WriteLine($"{Time(at)} {what}");
    }

    public void End() => To = TimeProvider.System.GetUtcNow();

    /// <summary>Minutes and seconds since the beginning.</summary>
    public static string Time(double seconds) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture, $"{(int)seconds / 60}:{(int)seconds % 60:D2}");
}
