using DncActors.Domain.Outcomes;

namespace DncActors.Domain.Leads;

/// <summary>One thing that keeps somebody from running an action on a lead.</summary>
/// <param name="Code">How an attempt to run it is refused.</param>
public sealed record ActionObstacle(RefusalCode Code, Reason Reason);
