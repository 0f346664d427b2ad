namespace DncActors.UnitTests.Leases;

/// <summary>A request on its way, or its answer.</summary>
/// <param name="receiver">Null: the database.</param>
/// <param name="deliver">What it does where it arrives, and what its answer does at the sender.</param>
/// <param name="lost">What the sender does when it gives up; it may still arrive after that.</param>
sealed class SimMessage(SimSort sort, SimProcess sender, SimProcess? receiver, Func<Action> deliver, Action lost)
{
    public SimSort Sort => sort;

    public SimProcess Sender => sender;

    public SimProcess? Receiver => receiver;

    /// <summary>The network holds it until then.</summary>
    public long ArrivesAt { get; set; }

    /// <summary>The network holds its answer until then.</summary>
    public long AnswersAt { get; set; }

    public Action? Answer { get; private set; }

    public bool IsGivenUp { get; private set; }

    public bool IsDone { get; private set; }

    public bool CanMove(long now) => now >= (Answer is null ? ArrivesAt : AnswersAt)
        && (Answer is null ? CanArrive : sender.IsAlive && sender.Machine.Runs)
        && (IsConnected || (Answer is null && IsGivenUp));

    bool IsConnected => receiver is null ? !sender.Machine.IsCutFromDatabase
        : receiver == sender || (!sender.Machine.IsCutFromPeers && !receiver.Machine.IsCutFromPeers);

    bool CanArrive => receiver is null || (receiver.IsAlive && receiver.Machine.Runs);

    public void Move()
    {
        if (Answer is null)
        {
            Answer = deliver();
            IsDone = IsGivenUp;
            return;
        }
        IsDone = true;
        Answer();
    }

    /// <summary>Arrives once more; the sender hears the first answer only.</summary>
    public void MoveTwice()
    {
        if (Answer is not null) return;
        Answer = deliver();
        deliver();
    }

    public void GiveUp()
    {
        if (IsGivenUp || !sender.Machine.Runs) return;
        IsGivenUp = true;
        IsDone = Answer is not null;
        if (sender.IsAlive) lost();
    }

    /// <summary>Of a sender that died: it may arrive all the same, or not.</summary>
    public void Drop() => IsDone = true;
}
