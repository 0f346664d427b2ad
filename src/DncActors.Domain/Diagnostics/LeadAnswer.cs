using DncActors.Domain.Outcomes;

namespace DncActors.Domain.Diagnostics;

/// <summary>One thing that decided a question about a lead.</summary>
public sealed record LeadAnswer(LeadQuestion About, Reason Reason);
