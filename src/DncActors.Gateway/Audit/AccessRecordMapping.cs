using DncActors.Client.Audit;
using DncActors.Domain.Audit;

namespace DncActors.Gateway.Audit;

/// <summary>Records of access, as they are told.</summary>
static class AccessRecordMapping
{
    internal static AccessRecordModel ToModel(AccessRecord record) => new()
    {
        Id = record.Id.ToString(),
        Kind = AccessKindWords.Words.Of(record.Kind),
        Actor = record.Actor,
        KeyId = record.KeyId,
        Reason = record.Reason.Length == 0 ? null : record.Reason,
        Filters = record.Filters.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        At = record.At,
        Last = record.Last,
        Requests = record.Requests,
        Items = record.Items,
    };
}
