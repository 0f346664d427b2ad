namespace DncActors.Domain.Workflows;

/// <summary>One thing that an action does.</summary>
[GenerateSerializer, Immutable, Alias("dnc.Operation")]
public abstract record Operation;
