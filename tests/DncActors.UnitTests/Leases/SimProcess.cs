using DncActors.Contracts.Nodes;
using DncActors.Grains.Following;
using DncActors.Grains.Leases;

namespace DncActors.UnitTests.Leases;

/// <summary>A process of a simulated node: follower, lease and acknowledgement, driven as the keeper drives them.</summary>
sealed partial class SimProcess
{
    readonly SimWorld _world;
    readonly LeaseRules _rules;
    readonly Dictionary<(long, long), SimBatch> _batches = [];
    readonly List<(long Sequence, Action Acknowledge)> _waiting = [];
    Dictionary<int, long> _image = [];
    bool _loading;
    bool _loaded;
    bool _catchingUp;
    long? _earlyHead;

    public SimProcess(SimWorld world, SimMachine machine)
    {
        _world = world;
        _rules = new MutantRules(world.Mutant);
        Machine = machine;
        Id = $"{machine.Name}.{++machine.Starts}";
        Lease = new(_rules);
        Acknowledgement = new(_rules);
    }

    public SimMachine Machine { get; }

    public string Id { get; }

    public NodeLease Lease { get; }

    public Acknowledgement Acknowledgement { get; }

    public long Applied { get; private set; }

    public bool IsStopping { get; private set; }

    public bool IsAlive => Machine.Process == this;

    public int Waiting => _waiting.Count;

    public bool Allows(int key, LeaseTest test)
    {
        var now = Is(LeaseMutant.ExpiryByTheNodesOwnClock) ? (long)Machine.Now.Wall.TotalMilliseconds : test.NowMilliseconds;
        return test.Holds && !(_image.TryGetValue(key, out var until) && until > now);
    }

    public LeaseTest Test() => Lease.Test(Machine.Now);

    /// <summary>Something happened, or some time passed.</summary>
    public void Pump()
    {
        if (!_loaded && !_loading) Load();
        while (Lease.Next(Machine.Now, Applied) is { } step) Do(step);
        while (Acknowledgement.Next(Machine.Now.Steady) is { } step) Do(step);
        foreach (var waiting in _waiting.Where(w => w.Sequence <= Acknowledgement.Acknowledged).ToArray())
        {
            _waiting.Remove(waiting);
            waiting.Acknowledge();
        }
        if (IsStopping && Lease.IsGivenBack && _waiting.Count == 0) Machine.Process = null;
    }

    public void Stop()
    {
        if (IsStopping) return;
        IsStopping = true;
        if (Is(LeaseMutant.RowGivenBackBeforeItStopsAnswering) && Lease.Epoch is > 0 and var epoch)
        {
            Send(SimSort.Delete, () =>
            {
                _world.Database.Delete(epoch);
                return Lease.Stop;
            }, Lease.Stop);
        }
        else
        {
            Lease.Stop();
        }
        Pump();
    }

    /// <summary>A client's request to make the commit, or to make sure of it.</summary>
    public void Write(SimCommit commit, Action<long> acknowledge) => Send(SimSort.Write, () =>
    {
        var (batch, found) = _world.Database.Commit(commit.Id, commit.Keys, commit.Until, commit.Gap);
        return () => Committed(batch, found, () => acknowledge(batch.UpTo));
    }, () => { });

    void Committed(SimBatch batch, bool found, Action acknowledge)
    {
        if (Is(LeaseMutant.AcknowledgedBeforePublishing) || (found && Is(LeaseMutant.RepeatAnsweredWithoutWaiting))) acknowledge();
        else _waiting.Add((batch.UpTo, acknowledge));
        if (found)
        {
            Acknowledgement.Want(batch.UpTo);
        }
        else
        {
            HandOver(batch);
            _batches[(batch.After, batch.UpTo)] = batch;
            foreach (var step in Acknowledgement.Publish(batch.After, batch.UpTo, Machine.Now.Steady)) Do(step);
        }
        Pump();
    }

    /// <summary>A push arrives; the answer is null where it was meant for another process.</summary>
    PushAnswer? Receive(string node, long epoch, SimBatch batch)
    {
        if (node != Id) return null;
        if (Is(LeaseMutant.PushAnsweredBeforeItIsApplied) && epoch == Lease.Epoch)
        {
            var early = Lease.Answer(epoch, batch.UpTo, Math.Max(Applied, batch.UpTo));
            _world.Later(this, () => HandOver(batch));
            return early;
        }
        HandOver(batch);
        var answer = Lease.Answer(epoch, batch.UpTo, Applied);
        Pump();
        return answer;
    }

    bool Is(LeaseMutant mutant) => _world.Mutant == mutant;

    void Send(SimSort sort, Func<Action> deliver, Action lost, SimProcess? receiver = null) => _world.Send(new(sort, this, receiver, deliver, lost));
}
