using System.Collections.Immutable;
using DncActors.Domain.Ledger;

namespace DncActors.Domain.People;

/// <summary>People who hear together of leads and of workflow changes.</summary>
/// <param name="RecordTypes">The record types whose workflows concern the group; empty for all.</param>
[GenerateSerializer, Immutable, Alias("dnc.UserGroup")]
public sealed record UserGroup(string Id, long Version, bool Archived, string Name, ImmutableArray<string> RecordTypes) : Document(Id, Version, Archived)
{
    public override DocumentKind Kind => DocumentKind.UserGroup;

    public bool Concerns(string recordType) => RecordTypes.IsEmpty || RecordTypes.Contains(recordType);
}
