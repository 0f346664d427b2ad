namespace DncActors.Contracts.Nodes;

/// <summary>The blocked contact points in a node's memory.</summary>
/// <param name="LoadedAt">When they were read; what changed since was followed. Null while they are being read.</param>
/// <param name="LoadedIn">How long that took.</param>
[GenerateSerializer, Immutable, Alias("dnc.IndexView")]
public sealed record IndexView(long ContactPoints, long Bytes, DateTimeOffset? LoadedAt, TimeSpan? LoadedIn);
