using System.Collections.Immutable;

namespace DncActors.Domain.Workflows;

/// <summary>Something that an agent can do with a lead that stands in the action's status; its operations run in order, as one.</summary>
/// <param name="Id">Unique in the organization.</param>
/// <param name="AllowedRoles">The roles that may run it: any suffices, empty means everybody.</param>
[GenerateSerializer, Immutable, Alias("dnc.WorkflowAction")]
public sealed record WorkflowAction(
    string Id,
    string Name,
    string Category,
    bool Enabled,
    ImmutableArray<string> AllowedRoles,
    int Order,
    ImmutableArray<Operation> Operations)
{
    /// <summary>It puts leads on the Do Not Contact list.</summary>
    public bool AddsToDoNotContact => Operations.Any(o => o is AddToDoNotContact);

    public MoveToStatus? Move => Operations.OfType<MoveToStatus>().FirstOrDefault();
}
