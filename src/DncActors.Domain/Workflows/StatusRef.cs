namespace DncActors.Domain.Workflows;

/// <summary>A status, named with its workflow.</summary>
[GenerateSerializer, Immutable, Alias("dnc.StatusRef")]
public readonly record struct StatusRef(string WorkflowId, string StatusId)
{
    public override string ToString() => $"{WorkflowId}/{StatusId}";
}
