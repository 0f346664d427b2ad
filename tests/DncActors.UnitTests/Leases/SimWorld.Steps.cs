namespace DncActors.UnitTests.Leases;

/// <summary>What may happen next. Each seed draws how often what goes wrong; most worlds know a few faults only, and those well.</summary>
sealed partial class SimWorld
{
    readonly int[] _faults;

    Action[] Faults =>
    [
        Crash, Pause, Suspend, SetWallClock, CutFromDatabase, CutFromPeers, LoseMessage, DoubleMessage, StopInOrder, Revoke,
    ];

    int[] Draw() => [.. Enumerable.Range(0, 10).Select(_ => _random.Next(3) == 0 ? _random.Next(1, 5) : 0)];

    void Step()
    {
        var drawn = _random.Next(100);
        if (drawn < _writes) Write();
        else if (drawn < _writes + _storm) Fault();
        else Step(drawn);
        _messages.RemoveAll(m => m.IsDone || !CanEverMove(m));
        Hurry();
    }

    void Step(int drawn)
    {
        switch (drawn)
        {
            case < 61: MoveMessage(); break;
            case < 72: Pass(_random.Next(1, 60)); Tick(); break;
            case < 78: Tick(); break;
            case < 83: Pass(_random.Next(100, 1_300)); break;
            case < 86: Repeat(); break;
            case < 93: Check(); break;
            default: Mend(); break;
        }
    }

    static bool CanEverMove(SimMessage message) =>
        message.Answer is null ? message.Receiver is null || message.Receiver.IsAlive : message.Sender.IsAlive && !message.IsGivenUp;

    void MoveMessage()
    {
        for (var tries = 0; tries < 4 && _messages.Count > 0; tries++)
        {
            // The oldest are the likeliest, or little would ever come to its end.
            var message = _messages[Math.Min(_random.Next(_messages.Count), _random.Next(_messages.Count))];
            if (!message.CanMove(Now)) continue;
            message.Move();
            return;
        }
    }

    void Tick()
    {
        var machine = Some();
        if (machine.Runs) machine.Process!.Pump();
    }

    void Write()
    {
        if (_commits.Count >= 16) return;
        var keys = _random.Next(4) == 0 ? new[] { 0, 1 } : [_random.Next(Keys)];
        var commit = new SimCommit(_commits.Count, keys, [.. keys.Select(_ => Until())], _random.Next(1, 3));
        if (Some() is not { Runs: true, Process: { IsStopping: false } process }) return;
        _commits.Add(commit);
        Submit(process, commit);
    }

    void Repeat()
    {
        if (_commits.Count == 0 || Some() is not { Runs: true, Process: { IsStopping: false } process }) return;
        Submit(process, _commits[_random.Next(_commits.Count)]);
    }

    void Submit(SimProcess process, SimCommit commit)
    {
        Tell($"{process.Id} is asked for commit {commit.Id}");
        process.Write(commit, sequence => Acknowledge(commit, sequence));
    }

    long Until() => _random.Next(6) switch
    {
        0 => 0,
        1 or 2 => Database.Milliseconds + _random.Next(200, 6_000),
        _ => long.MaxValue,
    };

    void Check()
    {
        if (_checks.Count < 4)
        {
            if (Some().Process is { } process) _checks.Add(new(process, _random.Next(Keys), _acknowledged));
            return;
        }
        var check = _checks[_random.Next(_checks.Count)];
        if (!check.Process.IsAlive) _checks.Remove(check);
        else if (check.Process.Machine.Runs) Proceed(check);
    }

    void Proceed(SimCheck check)
    {
        if (Mutant == LeaseMutant.LookedUpBeforeTheLeaseIsTested && check.Allowed is null)
        {
            check.Allowed = check.Process.Allows(check.Key, new(true, check.Process.Test().NowMilliseconds));
            return;
        }
        if (check.Test is not { } test)
        {
            check.Test = check.Process.Test();
            if (check.Allowed is null) return;
            test = check.Test.Value;
        }
        _checks.Remove(check);
        if (check.Allowed is { } looked ? looked && test.Holds : check.Process.Allows(check.Key, test)) Allowed(check.Process, check.Key, check.Acknowledged);
    }

    void Fault()
    {
        var sum = _faults.Sum();
        if (sum == 0) return;
        var drawn = _random.Next(sum);
        var i = 0;
        while (drawn >= _faults[i]) drawn -= _faults[i++];
        Faults[i]();
    }

    SimMachine Some() => _machines[_random.Next(_machines.Length)];
}
