namespace DncActors.Grains.Sessions;

/// <summary>
/// How often signing in may fail: a few times at once, and then once in a while, for each name that is typed and for all of them together. What is counted is
/// what was typed, not whom it means: the answer must not tell which of two names are the same person's.
/// </summary>
sealed class SignInAttempts(TimeProvider time)
{
    /// <summary>Failures of one name at once.</summary>
    public const int MostOfAName = 10;

    /// <summary>Failures of all names at once.</summary>
    public const int MostOfAll = 200;

    /// <summary>Names that are remembered; those that failed longest ago are forgotten first, and by then they may be.</summary>
    public const int MostKept = 10_000;

    /// <summary>A name that failed too often may be tried again after so long, once.</summary>
    public static readonly TimeSpan OneOfAName = TimeSpan.FromSeconds(30);

    public static readonly TimeSpan OneOfAll = TimeSpan.FromSeconds(1);

    /// <summary>How many names are remembered.</summary>
    public int Kept => _names.Count;

    readonly Dictionary<string, TimeSpan> _names = new(StringComparer.OrdinalIgnoreCase);
    TimeSpan _all;

    /// <summary>Counts an attempt, as failed until it is given back.</summary>
    /// <returns>0, or in how many seconds it may be made; then it is not counted.</returns>
    public int TryTake(string name)
    {
        var now = time.GetElapsedTime(0);
        var wait = TimeSpan.FromTicks(Math.Max(
            Wait(_names.GetValueOrDefault(name), now, OneOfAName, MostOfAName).Ticks, Wait(_all, now, OneOfAll, MostOfAll).Ticks));
        if (wait > TimeSpan.Zero) return (int)Math.Ceiling(wait.TotalSeconds);
        if (_names.Count >= MostKept) Forget(now);
        _names[name] = Later(_names.GetValueOrDefault(name), now) + OneOfAName;
        _all = Later(_all, now) + OneOfAll;
        return 0;
    }

    /// <summary>It was right after all.</summary>
    public void GiveBack(string name)
    {
        if (_names.TryGetValue(name, out var paid)) _names[name] = paid - OneOfAName;
        _all -= OneOfAll;
    }

    /// <param name="paid">When everything that failed is paid for.</param>
    static TimeSpan Wait(TimeSpan paid, TimeSpan now, TimeSpan one, int most) => Later(paid, now) - now + one - (most * one);

    static TimeSpan Later(TimeSpan paid, TimeSpan now) => paid > now ? paid : now;

    void Forget(TimeSpan now)
    {
        foreach (var name in _names.Where(n => n.Value <= now).Select(n => n.Key).ToList()) _names.Remove(name);
        // All together may fail so rarely that these are old.
        foreach (var name in _names.OrderBy(n => n.Value).Take(_names.Count - (MostKept / 2)).Select(n => n.Key).ToList()) _names.Remove(name);
    }
}
