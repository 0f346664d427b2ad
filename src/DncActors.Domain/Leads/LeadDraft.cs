using System.Collections.Immutable;

namespace DncActors.Domain.Leads;

/// <summary>A lead as somebody asks for it.</summary>
/// <param name="Id">Null: made.</param>
/// <param name="Attributes">A JSON object, as text.</param>
[GenerateSerializer, Immutable, Alias("dnc.LeadDraft")]
public sealed record LeadDraft(
    string? Id,
    string RecordType,
    string WorkflowId,
    string StatusId,
    string? Name,
    ImmutableArray<ContactPointDraft> ContactPoints,
    ImmutableArray<string> UserGroups,
    string Attributes)
{
    /// <summary>Orleans logs the arguments of a call that got no answer: no name and no attributes, which may hold anything.</summary>
    public override string ToString() => nameof(LeadDraft);
}
