using System.Collections.Immutable;

namespace DncActors.ClusterTests.Alerts;

/// <summary>Something that goes wrong, the alerts that must come of it, and what the runbook says to do about it.</summary>
/// <param name="What">It is, for people.</param>
/// <param name="Healing">What is done about it, for people.</param>
public sealed record AlertFault(string What, string Healing, params ImmutableArray<string> Alerts)
{
    /// <summary>Done once.</summary>
    public Func<AlertWorld, Task> Make { get; init; } = _ => Task.CompletedTask;

    /// <summary>Goes on until the alerts have fired.</summary>
    public Func<AlertWorld, CancellationToken, Task> Keep { get; init; } = (_, _) => Task.CompletedTask;

    public Func<AlertWorld, Task> Heal { get; init; } = _ => Task.CompletedTask;

    /// <summary>Whether it can be made on this machine.</summary>
    public Func<AlertWorld, bool> CanBeMade { get; init; } = _ => true;
}
