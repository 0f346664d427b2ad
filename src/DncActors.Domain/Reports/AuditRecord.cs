using DncActors.Domain.Leads;
using DncActors.Domain.Ledger;

namespace DncActors.Domain.Reports;

/// <summary>A change with what it replaced.</summary>
/// <param name="Execution">The execution that it came from, or null.</param>
/// <param name="Before">The document's version before it, where it published one.</param>
[GenerateSerializer, Immutable, Alias("dnc.AuditRecord")]
public sealed record AuditRecord(Change Change, Execution? Execution, Document? Before);
