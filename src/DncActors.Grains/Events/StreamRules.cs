using DncActors.Domain.Ledger;

namespace DncActors.Grains.Events;

/// <summary>Which changes a stream is made of.</summary>
static class StreamRules
{
    /// <summary>It adds or revokes entries: what dialers purge their queues by.</summary>
    public static bool TouchesEntries(Change change) => !change.What.Added.IsEmpty || !change.What.Revoked.IsEmpty;

    /// <summary>One for the change, and one for each entry that it carries.</summary>
    public static int WeightOf(Change change) => 1 + change.What.Added.Length + change.What.Revoked.Length;

    public static bool Names(Change change, string userGroupId) => change.What.UserGroups.Contains(userGroupId, StringComparer.Ordinal);
}
