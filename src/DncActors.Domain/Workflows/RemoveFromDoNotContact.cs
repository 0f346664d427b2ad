using DncActors.Domain.ContactPoints;

namespace DncActors.Domain.Workflows;

/// <summary>Revokes what executions on this lead added, on these channels.</summary>
/// <param name="RequiresEvidence">The execution must carry evidence of the person's new consent.</param>
[GenerateSerializer, Immutable, Alias("dnc.RemoveFromDoNotContact")]
public sealed record RemoveFromDoNotContact(Channels Channels, bool RequiresEvidence) : Operation;
