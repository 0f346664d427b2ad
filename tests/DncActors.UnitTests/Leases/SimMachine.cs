using DncActors.Grains.Leases;

namespace DncActors.UnitTests.Leases;

/// <summary>A machine of a simulated cluster: its clocks, its connections, and the process that runs on it.</summary>
sealed class SimMachine(string name, double rate, long wall)
{
    double _steady;
    double _wall = wall;

    public string Name { get; } = name;

    public SimProcess? Process { get; set; }

    public int Starts { get; set; }

    /// <summary>Its messages take no time, and it misses no moment: what is wrong by little shows only beside somebody who is exact.</summary>
    public bool IsPrompt { get; init; }

    /// <summary>Nothing runs on it; its clocks do.</summary>
    public bool IsPaused { get; set; }

    /// <summary>Its steady clock stands still too.</summary>
    public bool IsSuspended { get; set; }

    public bool IsCutFromDatabase { get; set; }

    public bool IsCutFromPeers { get; set; }

    public bool Runs => Process is not null && !IsPaused;

    public Moment Now => new(TimeSpan.FromMilliseconds((long)_steady), TimeSpan.FromMilliseconds((long)_wall));

    public void Pass(long milliseconds)
    {
        if (!IsSuspended) _steady += milliseconds * rate;
        _wall += milliseconds * rate;
    }

    public void SetWallClock(long by) => _wall += by;
}
