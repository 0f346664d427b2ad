namespace DncActors.Gateway.Events;

/// <summary>Since when a stream has had something to tell without a break.</summary>
sealed class StreamWatch(TimeProvider time, Action<StreamWatch> ended) : IDisposable
{
    long _since;

    internal TimeSpan Behind => Volatile.Read(ref _since) is not 0 and var since ? time.GetElapsedTime(since) : TimeSpan.Zero;

    /// <summary>Everything that there is was told, or there is more.</summary>
    internal void HasMore(bool more)
    {
        if (!more) Volatile.Write(ref _since, 0);
        else if (_since == 0) Volatile.Write(ref _since, time.GetTimestamp());
    }

    public void Dispose() => ended(this);
}
