using DncActors.Domain.Leads;

namespace DncActors.Contracts.Leads;

/// <summary>An execution, as durable fact known to every node.</summary>
/// <param name="Repeated">It had been made by an earlier request with the same idempotency key: 200, else 201.</param>
[GenerateSerializer, Immutable, Alias("dnc.Executed")]
public sealed record Executed(Execution Execution, bool Repeated);
