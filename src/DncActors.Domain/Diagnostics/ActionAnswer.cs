using DncActors.Domain.Outcomes;

namespace DncActors.Domain.Diagnostics;

/// <summary>One thing that decided a question about an action, or that is worth knowing with it.</summary>
public sealed record ActionAnswer(ActionQuestion About, Reason Reason);
