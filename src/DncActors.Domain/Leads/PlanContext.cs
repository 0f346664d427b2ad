using DncActors.Domain.Identity;

namespace DncActors.Domain.Leads;

/// <summary>What every part of one plan shares: who asks, when it is, where ids come from, and what it belongs to.</summary>
sealed record PlanContext(Request Request, DateTimeOffset Now, IdSource Ids, Guid? ExecutionId = null, Guid? ImportId = null);
