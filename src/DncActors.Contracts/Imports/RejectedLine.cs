using DncActors.Domain.Outcomes;

namespace DncActors.Contracts.Imports;

/// <summary>A line that was not taken, and why: its first error, or the refusal's own sentence where no field is to blame.</summary>
public sealed record RejectedLine(long Number, Refusal Why);
