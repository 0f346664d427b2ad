using System.Collections.Immutable;

namespace DncActors.Domain.Workflows;

/// <summary>Tells these user groups instead of the lead's own.</summary>
/// <param name="All">Every user group of the organization; then <paramref name="UserGroupIds"/> is empty.</param>
[GenerateSerializer, Immutable, Alias("dnc.NotifyUserGroups")]
public sealed record NotifyUserGroups(bool All, ImmutableArray<string> UserGroupIds) : Operation;
