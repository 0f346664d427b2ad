namespace DncActors.Contracts.Nodes;

/// <summary>A node's answer to a push.</summary>
/// <param name="IsOver">Nothing is answered under that epoch any more, for ever.</param>
/// <param name="Passed">The node has applied the log up to here, or will before it answers anything under that epoch.</param>
[GenerateSerializer, Immutable, Alias("dnc.PushAnswer")]
public sealed record PushAnswer(bool IsOver, long Passed);
