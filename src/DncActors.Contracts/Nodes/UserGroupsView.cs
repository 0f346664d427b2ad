namespace DncActors.Contracts.Nodes;

/// <summary>The user groups that are active on a node.</summary>
/// <param name="Behind">Those that have not read what they were told of.</param>
/// <param name="MostBehind">How many sequences the last of them has still to read.</param>
[GenerateSerializer, Immutable, Alias("dnc.UserGroupsView")]
public sealed record UserGroupsView(int Active, int Behind, long MostBehind);
