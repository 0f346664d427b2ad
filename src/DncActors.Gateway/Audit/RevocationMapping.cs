using DncActors.Client.Audit;
using DncActors.Domain.Registry;
using DncActors.Gateway.ContactChecks;
using DncActors.Gateway.Registry;

namespace DncActors.Gateway.Audit;

/// <summary>Entries that were revoked, as the audit tells of them.</summary>
static class RevocationMapping
{
    internal static AuditRevocationModel ToModel(EntryRevocation revoked) => BeforeIt(revoked) with
    {
        RevokedAt = revoked.Revocation.At,
        RevokedBy = revoked.Revocation.By,
        RevokedReason = revoked.Revocation.Reason,
        RevokedEvidence = revoked.Revocation.Evidence,
    };

    /// <summary>The entry before it was revoked.</summary>
    internal static AuditRevocationModel BeforeIt(EntryRevocation revoked) => new()
    {
        Id = revoked.EntryId.ToString(),
        ContactPoint = revoked.Point.Value,
        Kind = EntryWords.Kinds.Of(revoked.Point.Kind),
        Channels = ChannelWords.NamesOf(revoked.Channels),
        Source = EntryWords.Sources.Of(revoked.Source),
    };
}
