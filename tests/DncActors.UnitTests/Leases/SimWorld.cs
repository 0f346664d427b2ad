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
    const int Slice = 10;

    readonly Random _random;
    readonly List<SimMessage> _messages = [];
    readonly List<SimCommit> _commits = [];
    readonly List<SimCheck> _checks = [];
    readonly SimMachine[] _machines;
    readonly StringBuilder? _story;
    readonly int _heldUp;
    readonly SimSort _slow;
    readonly int _writes;
    readonly int _storm;
    long _acknowledged;

    public SimWorld(int seed, LeaseMutant mutant, bool told = false)
    {
        _random = new(seed);
        Mutant = mutant;
        _story = told ? new() : null;
        Database = new(this);
        var prompt = _random.Next(3);
        _machines = [.. Enumerable.Range(1, 3).Select(i => new SimMachine($"n{i}", 1 + (_random.Next(3) * 0.05), WallOf(i)) { IsPrompt = i <= prompt })];
        foreach (var machine in _machines) machine.Process = new(this, machine);
        _faults = Draw();
        _heldUp = _random.Next(3) * 10;
        _slow = (SimSort)_random.Next(2 * (int)SimSort.Own);
        _writes = _random.Next(4, 14);
        _storm = _random.Next(2, 18);
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
        // One that is held up while others pass it by brings old news; in some worlds it is always the same sort.
        var often = message.Sort == _slow ? 50 : _heldUp;
        if (_random.Next(100) < often && (!message.Sender.Machine.IsPrompt || _random.Next(6) == 0))
        {
            if (_random.Next(2) == 0) message.ArrivesAt = Now + _random.Next(100, 8_000);
            else message.AnswersAt = Now + _random.Next(100, 8_000);
        }
        // A request that many others overtook is given up.
        if (_messages.Count > MaxMessages) _messages[_random.Next(MaxMessages / 2)].GiveUp();
    }

    /// <summary>It happens at this process at some moment.</summary>
    public void Later(SimProcess process, Action action, Action? lost = null) => Send(new(SimSort.Own, process, process, () => action, lost ?? (() => { })));

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
        while (milliseconds > 0)
        {
            var slice = _machines[0].IsPrompt ? Math.Min(milliseconds, Slice) : milliseconds;
            milliseconds -= slice;
            Now += slice;
            foreach (var machine in _machines) machine.Pass(slice);
            Hurry();
        }
    }

    /// <summary>What takes no time is done.</summary>
    void Hurry()
    {
        if (!_machines[0].IsPrompt) return;
        foreach (var machine in _machines) if (machine is { IsPrompt: true, Runs: true }) machine.Process!.Pump();
        for (var i = 0; i < _messages.Count && Finding is null; i++)
        {
            var message = _messages[i];
            if (!message.Sender.Machine.IsPrompt || message.Receiver is { Machine.IsPrompt: false }) continue;
            while (!message.IsDone && message.CanMove(Now)) message.Move();
        }
        _messages.RemoveAll(m => m.IsDone || !CanEverMove(m));
        Probe();
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
