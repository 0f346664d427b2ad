using DncActors.Domain.Ledger;

namespace DncActors.Domain.Workflows;

/// <summary>An action kept aside, to be applied to many statuses of its record type at once.</summary>
/// <param name="Action">Its id is empty: each application gives its own.</param>
[GenerateSerializer, Immutable, Alias("dnc.ActionTemplate")]
public sealed record ActionTemplate(string Id, long Version, bool Archived, string Name, string RecordType, WorkflowAction Action)
    : Document(Id, Version, Archived)
{
    public override DocumentKind Kind => DocumentKind.ActionTemplate;
}
