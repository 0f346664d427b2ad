using DncActors.Domain.ContactPoints;
using DncActors.Domain.Workflows;

namespace DncActors.Domain.Leads;

/// <summary>Which leads; what is null asks nothing.</summary>
/// <param name="Statuses">Leads that stand in one of these (how a system status is asked for: the caller knows the workflows).</param>
/// <param name="DoNotContact">Flagged by an execution or their status now, or not.</param>
/// <param name="Text">The id, or the beginning of any word of the name, without regard to case.</param>
/// <param name="Point">Leads that have this contact point (with <paramref name="Text"/>: either suffices).</param>
/// <param name="Restricting">With <paramref name="DoNotContact"/>: the statuses that restrict contact; whoever stands in one is flagged by it.</param>
[GenerateSerializer, Immutable, Alias("dnc.LeadQuery")]
public sealed record LeadQuery(
    string? WorkflowId = null,
    string? StatusId = null,
    System.Collections.Immutable.ImmutableArray<StatusRef>? Statuses = null,
    bool? DoNotContact = null,
    string? Text = null,
    ContactPoint? Point = null,
    Guid? ImportId = null,
    DateTimeOffset Now = default,
    System.Collections.Immutable.ImmutableArray<StatusRef>? Restricting = null)
{
    /// <summary>Orleans logs the arguments of a call that got no answer: what is looked for may be a phone or an email.</summary>
    public override string ToString() => nameof(LeadQuery);
}
