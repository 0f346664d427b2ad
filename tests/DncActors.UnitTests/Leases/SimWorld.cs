using System.Text;

namespace DncActors.UnitTests.Leases;

/// <summary>
/// A simulated cluster: three machines, each with a process that writes and answers checks; one database; messages that are late, lost or doubled; clocks
/// that run apart and are set. The same seed, the same run. The promise is tested at every step; at the end everything is healed, and must come to rest.
/// </summary>
sealed partial class SimWorld
{
    public const int Keys = 2;
    const int MaxMessages = 60;

    readonly Random _random;
    readonly List<SimMessage> _messages = [];
    readonly List<SimCommit> _commits = [];
    readonly List<SimCheck> _checks = [];
    readonly SimMachine[] _machines;
    readonly StringBuilder? _story;
    long _acknowledged;

    public SimWorld(int seed, LeaseMutant mutant, bool told = false)
    {
        _random = new(seed);
        Mutant = mutant;
        _story = told ? new() : null;
        Database = new(this);
        _machines = [.. Enumerable.Range(1, 3).Select(i => new SimMachine($"n{i}", 1 + (_random.Next(3) * 0.05), WallOf(i)))];
        foreach (var machine in _machines) machine.Process = new(this, machine);
        _faults = Draw();
    }

    public LeaseMutant Mutant { get; }

    public SimDatabase Database { get; }

    /// <summary>Milliseconds since the beginning; nobody in the cluster knows them.</summary>
    public long Now { get; private set; }

    /// <summary>The promise that was broken, or null.</summary>
    public string? Finding { get; private set; }

    public string Story => _story?.ToString() ?? "";

    public SimMachine MachineOf(string node) => _machines.First(machine => node.StartsWith(machine.Name + ".", StringComparison.Ordinal));

    public void Send(SimMessage message)
    {
        _messages.Add(message);
        // A request that many others overtook is given up.
        if (_messages.Count > MaxMessages) _messages[_random.Next(MaxMessages / 2)].GiveUp();
    }

    /// <summary>It happens at this process at some moment.</summary>
    public void Later(SimProcess process, Action action) => Send(new(process, process, () => action, () => { }));

    /// <summary>Runs until the promise is broken, or all is at rest.</summary>
    public string? Run(int steps)
    {
        for (var i = 0; i < steps && Finding is null; i++)
        {
            Step();
            Probe();
        }
        if (Finding is null) Heal();
        return Finding;
    }

    /// <summary>Wall clocks of the machines differ by hours; who believes in his own unblocks early or late.</summary>
    long WallOf(int machine) => SimDatabase.Epoch1970 + (_random.Next(-3, 4) * 3_600_000L) + (machine * 10);

    void Pass(long milliseconds)
    {
        Now += milliseconds;
        foreach (var machine in _machines) machine.Pass(milliseconds);
    }

    /// <summary>A check of each contact point on each node that runs, from its beginning to its end in no time.</summary>
    void Probe()
    {
        foreach (var machine in _machines)
        {
            if (!machine.Runs) continue;
            var test = machine.Process!.Test();
            if (!test.Holds) continue;
            for (var key = 0; key < Keys; key++)
            {
                if (machine.Process!.Allows(key, test)) Allowed(machine.Process, key, _acknowledged);
            }
        }
    }

    /// <summary>
    /// "Allowed" was answered by a check that began when <paramref name="acknowledged"/> was: right if the log, at some place from there to its head, does
    /// not block the contact point by the database's time.
    /// </summary>
    void Allowed(SimProcess process, int key, long acknowledged)
    {
        var known = 0L;
        foreach (var change in Database.Log)
        {
            if (change.Key != key) continue;
            if (change.Sequence > acknowledged && known <= Database.Milliseconds) return;
            known = change.Until;
        }
        if (known <= Database.Milliseconds) return;
        Finding = $"{process.Id} has applied {process.Applied} and allows {key} at {Now}; {acknowledged} was acknowledged, the head is {Database.Head}";
        Tell(Finding);
    }

    void Acknowledge(SimCommit commit, long sequence)
    {
        commit.IsAcknowledged = true;
        _acknowledged = Math.Max(_acknowledged, sequence);
        Tell($"{sequence} is acknowledged");
    }

    void Tell(string what) => _story?.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"{Now,6} {what}");
}
