namespace DncActors.UnitTests.Leases;

/// <summary>What goes wrong, and how it is mended.</summary>
sealed partial class SimWorld
{
    const int LongestHealing = 60_000;
    const int HealingStep = 40;

    void Crash()
    {
        var machine = Some();
        if (machine.Process is null) return;
        Tell($"{machine.Process.Id} dies");
        machine.Process = null;
        // The old process may have left requests behind, and those may still arrive.
        if (_random.Next(2) == 0) Start(machine);
    }

    void Pause()
    {
        var machine = Some();
        Tell($"{machine.Name} pauses");
        machine.IsPaused = true;
        if (_random.Next(2) == 0) Pass(_random.Next(500, 6_000));
    }

    void Suspend()
    {
        var machine = Some();
        // A wall clock that is set and a machine that is suspended in the same moment, by the same time, nobody can tell from nothing.
        if (machine.Runs) machine.Process!.Pump();
        Tell($"{machine.Name} is suspended");
        (machine.IsPaused, machine.IsSuspended) = (true, true);
        var slept = _random.Next(500, 9_000);
        Pass(slept);
        if (_random.Next(2) == 0) return;
        Resume(machine);
        if (_random.Next(2) == 0 || !machine.Runs) return;
        // Somebody takes back what the sleep was corrected by.
        machine.Process!.Pump();
        machine.SetWallClock(-slept);
    }

    void Resume(SimMachine machine)
    {
        Tell($"{machine.Name} goes on");
        (machine.IsPaused, machine.IsSuspended) = (false, false);
    }

    void SetWallClock()
    {
        var machine = Some();
        if (!machine.Runs) return;
        machine.Process!.Pump();
        var by = _random.Next(-9, 9) * (_random.Next(3) switch { 0 => 33, 1 => 1_000, _ => 360_000 });
        Tell($"{machine.Name} sets its clock by {by}");
        machine.SetWallClock(by);
    }

    void CutFromDatabase()
    {
        var machine = Some();
        Tell($"{machine.Name} is cut from the database");
        machine.IsCutFromDatabase = true;
    }

    void CutFromPeers()
    {
        var machine = Some();
        Tell($"{machine.Name} is cut from its peers");
        machine.IsCutFromPeers = true;
    }

    /// <summary>As by a writer that dies behind it.</summary>
    void Revoke()
    {
        Tell("a row is revoked");
        Database.RevokeAny(_random);
    }

    void LoseMessage()
    {
        if (_messages.Count > 0) _messages[_random.Next(_messages.Count)].GiveUp();
    }

    void DoubleMessage()
    {
        if (_messages.Count == 0) return;
        var message = _messages[_random.Next(_messages.Count)];
        if (message is { IsGivenUp: false, Receiver: not null } && message.CanMove(Now)) message.MoveTwice();
    }

    void StopInOrder()
    {
        if (Some() is not { Runs: true, Process: { } process }) return;
        Tell($"{process.Id} stops");
        process.Stop();
    }

    void Mend()
    {
        var machine = Some();
        if (machine.IsPaused) Resume(machine);
        else if (machine.Process is null) Start(machine);
        else if (_random.Next(2) == 0) machine.IsCutFromDatabase = false;
        else machine.IsCutFromPeers = false;
    }

    void Start(SimMachine machine)
    {
        machine.Process = new(this, machine);
        Tell($"{machine.Process.Id} starts");
    }

    /// <summary>All is mended: then every node must become ready, and every commit acknowledged.</summary>
    void Heal()
    {
        Tell("all is mended");
        foreach (var machine in _machines)
        {
            if (machine.IsPaused) Resume(machine);
            (machine.IsCutFromDatabase, machine.IsCutFromPeers) = (false, false);
            if (machine.Process is null) Start(machine);
        }
        foreach (var lost in _messages.ToArray()) if (_random.Next(2) == 0) lost.GiveUp();
        var repeatAt = Now;
        for (var until = Now + LongestHealing; Now < until && Finding is null; Pass(HealingStep))
        {
            if (Now >= repeatAt)
            {
                // Clients whose request nobody answered send it again, and so do those who wait too long.
                foreach (var commit in _commits.Where(c => !c.IsAcknowledged))
                {
                    if (_machines[0].Process is { IsStopping: false } process) Submit(process, commit);
                }
                repeatAt = Now + 5_000;
            }
            if (IsAtRest()) return;
            HealingRound();
        }
        Finding ??= "It does not come to rest: " + string.Join(", ", _machines.Select(m =>
            $"{m.Process?.Id} epoch {m.Process?.Lease.Epoch} applied {m.Process?.Applied} holds {m.Process?.Test().Holds} waits {m.Process?.Waiting}"));
        Tell(Finding);
    }

    bool IsAtRest() =>
        _commits.TrueForAll(c => c.IsAcknowledged)
        && _machines.All(m => m.Process is { IsStopping: false, Waiting: 0 } process && process.Test().Holds && process.Applied == Database.Head);

    void HealingRound()
    {
        foreach (var machine in _machines)
        {
            if (machine.Process is null) Start(machine);
            machine.Process!.Pump();
        }
        for (var i = 0; i < 2; i++)
        {
            foreach (var message in _messages.ToArray()) if (!message.IsDone && message.CanMove(long.MaxValue)) message.Move();
            _messages.RemoveAll(m => m.IsDone || !CanEverMove(m));
            Probe();
        }
    }
}
