namespace DncActors.Console.Parts;

/// <summary>Lets a page be drawn again only so often: progress is told more often than anybody can see.</summary>
sealed class Paced(TimeProvider time)
{
    static readonly TimeSpan _every = TimeSpan.FromMilliseconds(200);

    long last;

    internal bool IsDue()
    {
        var now = time.GetTimestamp();
        if (last != 0 && time.GetElapsedTime(last, now) < _every) return false;
        last = now;
        return true;
    }
}
