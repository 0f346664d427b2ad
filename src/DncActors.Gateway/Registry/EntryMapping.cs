using DncActors.Client.Registry;
using DncActors.Contracts.Registry;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Outcomes;
using DncActors.Domain.Registry;
using DncActors.Gateway.ContactChecks;
using DncActors.Gateway.Requests;

namespace DncActors.Gateway.Registry;

/// <summary>Entries of the list, to and from the wire.</summary>
static class EntryMapping
{
    /// <param name="region">The organization's, for national phones.</param>
    /// <param name="whenUnsaid">The source of an entry that says none.</param>
    internal static Outcome<EntryDraft> Read(AddEntryRequest request, string region, EntrySource whenUnsaid = EntrySource.Manual)
    {
        var fields = new FieldReader();
        if ((request.Phone is null) == (request.Email is null)) fields.Wrong("phone", "Write phone or email, and only one of them.");
        if (request.Region is { } sent && !Regions.IsKnown(sent))
            fields.Wrong("region", $"'{Quote.Of(sent)}' is no region: write its two letters of ISO 3166-1, such as US or GB.");
        var kind = request.Phone is null ? ContactPointKind.Email : ContactPointKind.Phone;
        var field = request.Phone is null ? "email" : "phone";
        ContactPoint point = default;
        if ((request.Phone ?? request.Email) is { } typed && !ContactPointReader.TryRead(kind, typed, request.Region ?? region, out point, out var why))
        {
            fields.Wrong(field, $"'{Quote.Of(typed)}': {why}.");
        }
        if (request.Channels is null or []) fields.Wrong("channels", "channels is missing: write at least one of call, sms, email that the contact point has.");
        var draft = new EntryDraft(
            point,
            fields.ChannelSet("channels", request.Channels),
            fields.Required("reason", request.Reason),
            request.ExpiresAt,
            request.Source is null ? whenUnsaid : fields.Word("source", request.Source, EntryWords.Addable));
        return fields.Make(draft);
    }

    internal static Outcome<RevocationDraft> Read(RevokeEntryRequest request)
    {
        var fields = new FieldReader();
        var draft = new RevocationDraft(fields.Required("reason", request.Reason), request.Evidence);
        return fields.Make(draft);
    }

    internal static DncEntryModel ToModel(DncEntry entry) => ToModel(entry, null);

    internal static DncEntryModel ToModel(DncEntry entry, EntryHits? hits) => new()
    {
        Id = entry.Id.ToString(),
        ContactPoint = entry.Point.Value,
        Kind = EntryWords.Kinds.Of(entry.Point.Kind),
        Channels = ChannelWords.NamesOf(entry.Channels),
        Source = EntryWords.Sources.Of(entry.Source),
        Reason = entry.Reason,
        LeadId = entry.LeadId,
        ExecutionId = entry.ExecutionId?.ToString(),
        ImportId = entry.ImportId?.ToString(),
        AddedBy = entry.AddedBy,
        AddedAt = entry.AddedAt,
        ExpiresAt = entry.ExpiresAt,
        RevokedAt = entry.Revoked?.At,
        RevokedBy = entry.Revoked?.By,
        RevokedReason = entry.Revoked?.Reason,
        RevokedEvidence = entry.Revoked?.Evidence,
        Hits = hits?.Hits,
        LastHitAt = hits?.LastHitAt,
    };
}
