using DncActors.Client.Audit;
using DncActors.Domain.Audit;
using DncActors.Gateway.Requests;

namespace DncActors.Gateway.Audit;

/// <summary>Kinds of access as they are on the wire.</summary>
static class AccessKindWords
{
    internal static readonly Words<AccessKind> Words = new(
        (AccessKind.EntriesSearched, AccessKindNames.EntriesSearched),
        (AccessKind.EntryRead, AccessKindNames.EntryRead),
        (AccessKind.EntriesExported, AccessKindNames.EntriesExported),
        (AccessKind.EntriesFollowed, AccessKindNames.EntriesFollowed),
        (AccessKind.FileScrubbed, AccessKindNames.FileScrubbed),
        (AccessKind.SignInFailed, AccessKindNames.SignInFailed));
}
