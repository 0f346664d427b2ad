namespace DncActors.Client.Events;

/// <summary><c>stream.opened</c>: where a stream begins. See <see cref="EventTypeNames.StreamOpened"/>.</summary>
public sealed record StreamOpenedEventModel
{
    /// <summary>Everything after it is told.</summary>
    public required long Sequence { get; init; }
}
