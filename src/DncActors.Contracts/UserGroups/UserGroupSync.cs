using System.Collections.Immutable;

namespace DncActors.Contracts.UserGroups;

/// <summary>How far a user group has followed the log.</summary>
/// <param name="Cursor">The sequence up to which it has applied every change that names it.</param>
/// <param name="Versions">Workflow id → the last version that it has applied; a workflow that is not named here: none, 0.</param>
[GenerateSerializer, Immutable, Alias("dnc.UserGroupSync")]
public sealed record UserGroupSync(long Cursor, ImmutableDictionary<string, long> Versions);
