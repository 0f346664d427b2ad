namespace DncActors.Client.Events;

/// <summary>What a user group is told. The event's type is on the stream (<c>event:</c>), its sequence also as <c>id:</c>.</summary>
public abstract record UserGroupEventModel
{
    /// <summary>Its place in the log; no two events share it.</summary>
    public required long Sequence { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Who did it.</summary>
    public required string Actor { get; init; }
}
