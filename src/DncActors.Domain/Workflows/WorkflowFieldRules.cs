using System.Collections.Immutable;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Organizations;
using DncActors.Domain.Outcomes;

namespace DncActors.Domain.Workflows;

/// <summary>The plain fields of statuses and actions; what is wrong is added to the errors.</summary>
static class WorkflowFieldRules
{
    /// <summary>Roles that are there and in use, each named once.</summary>
    public static void CheckRoles(OrganizationDocuments documents, string field, ImmutableArray<string> roles, EditErrors errors) => CheckIds(
        field, "role", "GET /v1/roles", roles, WorkflowLimits.MaxRoles, id => documents.Roles.TryGetValue(id, out var role) && !role.Archived, errors);

    /// <summary>User groups that are there and in use, each named once.</summary>
    public static void CheckUserGroups(OrganizationDocuments documents, string field, ImmutableArray<string> groups, EditErrors errors) => CheckIds(
        field,
        "user group",
        "GET /v1/user-groups",
        groups,
        WorkflowLimits.MaxUserGroups,
        id => documents.UserGroups.TryGetValue(id, out var group) && !group.Archived,
        errors);

    public static void CheckOrder(string field, int? order, EditErrors errors)
    {
        if (order is < 0 or > WorkflowLimits.MaxOrder) errors.Wrong(field, $"'{order}' is no place in an order; write 0 to {WorkflowLimits.MaxOrder}.");
    }

    /// <param name="atLeastOne">Whether an empty set is wrong.</param>
    public static void CheckChannels(string field, Channels channels, bool atLeastOne, EditErrors errors)
    {
        if ((channels & ~Channels.All) != Channels.None)
        {
            errors.Wrong(field, $"'{channels:D}' is no set of channels; write a list of {ChannelText.List(Channels.All)}.");
        }
        else if (atLeastOne && channels == Channels.None)
        {
            errors.Wrong(field, $"'{field}' is empty; write at least one of {ChannelText.List(Channels.All)}.");
        }
    }

    /// <summary>The place behind the last.</summary>
    public static int Behind(IEnumerable<int> orders) => Math.Min(orders.DefaultIfEmpty(-1).Max() + 1, WorkflowLimits.MaxOrder);

    /// <summary>Names are the same whatever their case, and the space around them.</summary>
    public static bool SameName(string left, string right) => left.AsSpan().Trim().Equals(right.AsSpan().Trim(), StringComparison.OrdinalIgnoreCase);

    static void CheckIds(
        string field, string what, string list, ImmutableArray<string> ids, int most, Func<string, bool> isThere, EditErrors errors)
    {
        if (ids.Length > most)
        {
            errors.Wrong(field, $"'{field}' names {ids.Length}; at most {most} are allowed.");
            return;
        }
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < ids.Length; i++)
        {
            var quoted = TextRules.Shorten(ids[i]);
            if (!isThere(ids[i])) errors.Wrong($"{field}[{i}]", $"There is no {what} '{quoted}'; name one of {list} that is not archived.");
            else if (!seen.Add(ids[i])) errors.Wrong($"{field}[{i}]", $"'{quoted}' is named twice; name it once.");
        }
    }
}
