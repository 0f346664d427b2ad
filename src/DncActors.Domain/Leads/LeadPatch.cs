using System.Collections.Immutable;
using DncActors.Domain.Outcomes;

namespace DncActors.Domain.Leads;

/// <summary>What is to change in a lead; what is not given stays as it is, a list is replaced whole.</summary>
/// <param name="Attributes">The whole JSON object, as text.</param>
[GenerateSerializer, Immutable, Alias("dnc.LeadPatch")]
public sealed record LeadPatch(
    Patched<string> Name = default,
    ImmutableArray<ContactPointDraft>? ContactPoints = null,
    ImmutableArray<string>? UserGroups = null,
    string? Attributes = null)
{
    /// <summary>Orleans logs the arguments of a call that got no answer: no name and no attributes, which may hold anything.</summary>
    public override string ToString() => nameof(LeadPatch);
}
