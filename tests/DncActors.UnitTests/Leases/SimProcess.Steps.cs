using DncActors.Grains.Leases;

namespace DncActors.UnitTests.Leases;

/// <summary>Does what lease and acknowledgement say.</summary>
sealed partial class SimProcess
{
    void Do(LeaseStep step)
    {
        Func<Action> deliver = step.Kind switch
        {
            LeaseStepKind.Take => () => Take(step),
            LeaseStepKind.ReadHead => () => ReadHead(step),
            LeaseStepKind.Renew => () => Renew(step),
            _ => () =>
            {
                _world.Database.Delete(step.Epoch);
                return () => Lease.Deleted(step);
            }
            ,
        };
        if (Is(LeaseMutant.HeadReadBeforeTheRow) && ReadEarly(step, deliver)) return;
        Send(Sort(step), Pumped(deliver), () => Lease.Failed(step, Machine.Now));
    }

    static SimSort Sort(LeaseStep step) => step.Kind switch
    {
        LeaseStepKind.Take => SimSort.Take,
        LeaseStepKind.ReadHead => SimSort.ReadHead,
        LeaseStepKind.Renew => SimSort.Renew,
        _ => SimSort.Delete,
    };

    Action Take(LeaseStep step)
    {
        var epoch = _world.Database.Take(Id);
        return () => Lease.Took(step, Machine.Now, epoch);
    }

    Action ReadHead(LeaseStep step)
    {
        var head = _world.Database.Head;
        return () =>
        {
            Lease.HeadIs(step, head);
            if (head > Applied) CatchUp();
        };
    }

    Action Renew(LeaseStep step)
    {
        var now = _world.Database.Milliseconds;
        var renewed = _world.Database.Renew(Id, step.Epoch, step.Applied);
        return renewed ? () => Lease.Renewed(step, Machine.Now, now) : () => Lease.Refused(step);
    }

    /// <summary>The mutant that reads the head, and takes its row then.</summary>
    bool ReadEarly(LeaseStep step, Func<Action> deliver)
    {
        if (step.Kind == LeaseStepKind.Take)
        {
            Send(SimSort.ReadHead, () =>
            {
                var head = _world.Database.Head;
                return () =>
                {
                    _earlyHead = head;
                    Send(SimSort.Take, Pumped(deliver), () => Lease.Failed(step, Machine.Now));
                };
            }, () => Lease.Failed(step, Machine.Now));
            return true;
        }
        if (step.Kind != LeaseStepKind.ReadHead || _earlyHead is not { } early) return false;
        _earlyHead = null;
        _world.Later(this, () =>
        {
            Lease.HeadIs(step, Math.Max(early, step.Applied));
            if (early > Applied) CatchUp();
        }, () => Lease.Failed(step, Machine.Now));
        return true;
    }

    void Do(AcknowledgementStep step)
    {
        switch (step.Kind)
        {
            case AcknowledgementStepKind.ReadRows:
                Send(SimSort.ReadRows, Pumped(() =>
                {
                    var rows = _world.Database.Rows;
                    return () => Acknowledgement.RowsAre(step, rows, Machine.Now.Steady);
                }), () =>
                {
                    if (Is(LeaseMutant.UnreadableRowsAreNoRows)) Acknowledgement.RowsAre(step, [], Machine.Now.Steady);
                    else Acknowledgement.Failed(step);
                });
                break;
            case AcknowledgementStepKind.Push:
                Push(step);
                break;
            case AcknowledgementStepKind.Revoke:
                Send(SimSort.Revoke, Pumped(() =>
                {
                    var found = _world.Database.Revoke(step.Epoch);
                    return () => Acknowledgement.Revoked(step, found, Machine.Now.Steady);
                }), () => Acknowledgement.Failed(step));
                break;
            default:
                Send(SimSort.Delete, () =>
                {
                    _world.Database.Delete(step.Epoch);
                    return () => { };
                }, () => { });
                break;
        }
    }

    void Push(AcknowledgementStep step)
    {
        var batch = _batches.GetValueOrDefault((step.After, step.UpTo)) ?? SimBatch.Empty(step.UpTo);
        // Messages find the machine; which process runs there now is not the sender's knowledge.
        if (_world.MachineOf(step.Node).Process is not { } receiver) return;
        Send(SimSort.Push, Pumped(() =>
        {
            var answer = receiver.Receive(step.Node, step.Epoch, batch);
            return () =>
            {
                if (answer is { } given) Acknowledgement.Answered(step, given);
            };
        }), () => { }, receiver);
    }

    Func<Action> Pumped(Func<Action> deliver) => () =>
    {
        var answer = deliver();
        return () =>
        {
            answer();
            Pump();
        };
    };
}
