namespace DncActors.Grains.Leases;

/// <summary>A moment on both clocks of this machine: each can be wrong in a way that the other shows.</summary>
/// <param name="Steady">On the clock that nobody sets; it may stand still while the machine is suspended.</param>
/// <param name="Wall">Since 1970 on the clock that goes on meanwhile, and that anybody may set.</param>
readonly record struct Moment(TimeSpan Steady, TimeSpan Wall)
{
    public static Moment Of(TimeProvider time) => new(time.GetElapsedTime(0), time.GetUtcNow() - DateTimeOffset.UnixEpoch);
}
