namespace DncActors.Domain.Diagnostics;

/// <summary>How far a user group is with a workflow.</summary>
/// <param name="SyncedVersion">The last version that it has applied; 0 for none.</param>
public sealed record GroupProgress(string UserGroupId, long SyncedVersion);
