using System.Collections.Immutable;
using DncActors.Domain.Outcomes;
using DncActors.Domain.Workflows;

namespace DncActors.Domain.Leads;

/// <summary>An action of the status in which a lead stands.</summary>
/// <param name="Reasons">Why it is not offered to the person that was asked about; empty when it is.</param>
public sealed record OfferedAction(WorkflowAction Action, StatusRef At, ImmutableArray<Reason> Reasons)
{
    public bool Available => Reasons.IsEmpty;
}
