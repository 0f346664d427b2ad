using DncActors.Domain.Audit;

namespace DncActors.Gateway.Audit;

/// <summary>What requests must have in common to be one record.</summary>
readonly record struct AccessNote(string Organization, AccessKind Kind, string Actor, string? KeyId, string Reason, string Filters);
