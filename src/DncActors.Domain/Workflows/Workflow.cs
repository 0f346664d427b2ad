using System.Collections.Immutable;
using DncActors.Domain.Ledger;

namespace DncActors.Domain.Workflows;

/// <summary>A sales workflow: the statuses that leads of one record type go through, each with its actions.</summary>
/// <param name="RecordType">A slug (<c>lead</c>, <c>recruit</c>); leads and copies never cross record types. Fixed for ever.</param>
/// <param name="Statuses">In order, archived ones included.</param>
[GenerateSerializer, Immutable, Alias("dnc.Workflow")]
public sealed record Workflow(string Id, long Version, bool Archived, string Name, string RecordType, ImmutableArray<Status> Statuses)
    : Document(Id, Version, Archived)
{
    public override DocumentKind Kind => DocumentKind.Workflow;

    public Status? Find(string statusId) => Statuses.FirstOrDefault(s => s.Id == statusId);
}
