using DncActors.Domain.ContactPoints;

namespace DncActors.Domain.Workflows;

/// <summary>Puts the lead's contact points on the list.</summary>
/// <param name="Channels">On which channels; at least one.</param>
/// <param name="ContactPoints">Which of the lead's contact points; with <see cref="ContactPointSelection.All"/> those that come later inherit the
/// block.</param>
/// <param name="ExpiresAfterDays">1 to 3,650, or null for never.</param>
[GenerateSerializer, Immutable, Alias("dnc.AddToDoNotContact")]
public sealed record AddToDoNotContact(Channels Channels, ContactPointSelection ContactPoints, string Reason, int? ExpiresAfterDays) : Operation;
