using DncActors.Domain.ContactPoints;
using DncActors.Domain.Outcomes;

namespace DncActors.Domain.Registry;

/// <summary>Reads the fields of an entry, and of a revocation. What is wrong is added to the errors, all of it; what is returned then means nothing.</summary>
static class EntryFieldRules
{
    public static EntryDraft Read(EntryDraft draft, DateTimeOffset now, List<FieldError> errors)
    {
        ReadChannels(draft, errors);
        var reason = ReadText(draft.Reason, "reason", EntryLimits.MaxReasonLength, errors);
        if (reason is null) errors.Add(new("reason", $"The reason is missing: say in 1 to {EntryLimits.MaxReasonLength} characters why."));
        if (draft.ExpiresAt <= now)
        {
            errors.Add(new("expiresAt", $"'{draft.ExpiresAt:O}' is not in the future: write a later time, or leave it out for an entry without an end."));
        }
        // Of an import nearly every line is as it should be: it is not copied.
        if (ReferenceEquals(reason, draft.Reason) && draft.ExpiresAt is null) return draft;
        return draft with { Reason = reason ?? "", ExpiresAt = draft.ExpiresAt?.ToUniversalTime() };
    }

    public static RevocationDraft Read(RevocationDraft draft, List<FieldError> errors)
    {
        var reason = ReadText(draft.Reason, "reason", EntryLimits.MaxReasonLength, errors);
        if (reason is null) errors.Add(new("reason", $"The reason is missing: say in 1 to {EntryLimits.MaxReasonLength} characters why."));
        return new(reason ?? "", ReadText(draft.Evidence, "evidence", EntryLimits.MaxEvidenceLength, errors));
    }

    static void ReadChannels(EntryDraft draft, List<FieldError> errors)
    {
        if ((draft.Channels & Channels.All) == Channels.None)
        {
            errors.Add(new("channels", $"No channel is named: write at least one of {ChannelText.List(draft.Point.Channels)}."));
            return;
        }
        // Dropped in silence, a channel would be taken for blocked by whoever named it.
        var foreign = draft.Channels & ~draft.Point.Channels;
        if (foreign == Channels.None) return;
        var kind = draft.Point.Kind == ContactPointKind.Phone ? "A phone" : "An email";
        errors.Add(new("channels", $"{kind} has no channel '{ChannelText.List(foreign)}': write only {ChannelText.List(draft.Point.Channels)}."));
    }

    static string? ReadText(string? text, string field, int maxLength, List<FieldError> errors)
    {
        var trimmed = text?.Trim();
        if (trimmed is null or "") return null;
        if (trimmed.Length > maxLength) errors.Add(new(field, $"The {field} has {trimmed.Length} characters: write at most {maxLength}."));
        return trimmed;
    }
}
