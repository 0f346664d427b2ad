using System.Collections.Immutable;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Organizations;

namespace DncActors.Domain.Workflows;

/// <summary>Tells two versions of a workflow apart, in words.</summary>
public static class WorkflowDifferenceRules
{
    /// <param name="before">Null: there was none.</param>
    /// <param name="names">Where the names of what actions refer to are found.</param>
    public static ImmutableArray<WorkflowDifference> Compare(Workflow? before, Workflow after, OrganizationDocuments names)
    {
        if (before is null) return [new($"The workflow '{after.Name}' was made.", null, null, "workflow", null, after.Name)];
        var found = new List<WorkflowDifference>();
        if (before.Name != after.Name) found.Add(new($"Renamed from '{before.Name}' to '{after.Name}'.", null, null, "name", before.Name, after.Name));
        if (before.Archived != after.Archived)
            found.Add(new(after.Archived ? "Archived." : "In use again.", null, null, "archived", YesNo(before.Archived), YesNo(after.Archived)));
        foreach (var status in after.Statuses)
        {
            if (before.Find(status.Id) is { } was) Compare(found, was, status, names);
            else found.Add(new($"The status '{status.Name}' was added{Count(status.Actions)}.", status.Id, null, "status", null, status.Name));
        }
        found.AddRange(before.Statuses.Where(s => after.Find(s.Id) is null)
            .Select(s => new WorkflowDifference($"The status '{s.Name}' is not there.", s.Id, null, "status", s.Name, null)));
        return [.. found];
    }

    static void Compare(List<WorkflowDifference> found, Status was, Status now, OrganizationDocuments names)
    {
        var of = $"Status '{now.Name}'";
        if (was.Archived != now.Archived)
        {
            found.Add(new(
                now.Archived ? $"{of} was archived." : $"{of} is in use again.", now.Id, null, "archived", YesNo(was.Archived), YesNo(now.Archived)));
        }
        Field("name", was.Name, now.Name);
        Field("systemStatus", SystemStatusText.Of(was.SystemStatus), SystemStatusText.Of(now.SystemStatus));
        Field("restrictsContact", ChannelsOf(was.RestrictsContact), ChannelsOf(now.RestrictsContact));
        Field("allowedRoles", RolesOf(was.AllowedRoles, names), RolesOf(now.AllowedRoles, names));
        Field("enabled", YesNo(was.Enabled), YesNo(now.Enabled));
        Field("order", $"{was.Order}", $"{now.Order}");
        foreach (var action in now.Actions)
        {
            if (was.Actions.FirstOrDefault(a => a.Id == action.Id) is { } old) Compare(found, now, old, action, names);
            else found.Add(new($"{of}: the action '{action.Name}' was added.", now.Id, action.Id, "action", null, OperationText.Of(action, names)));
        }
        found.AddRange(was.Actions.Where(a => now.Actions.All(n => n.Id != a.Id)).Select(a => new WorkflowDifference(
            $"{of}: the action '{a.Name}' was removed.", now.Id, a.Id, "action", OperationText.Of(a, names), null)));

        void Field(string field, string before, string after)
        {
            if (before != after) found.Add(new($"{of}: {Words(field)} is now {Quote(after)}, before {Quote(before)}.", now.Id, null, field, before, after));
        }
    }

    static void Compare(List<WorkflowDifference> found, Status status, WorkflowAction was, WorkflowAction now, OrganizationDocuments names)
    {
        Field("name", was.Name, now.Name);
        Field("category", was.Category, now.Category);
        Field("enabled", YesNo(was.Enabled), YesNo(now.Enabled));
        Field("allowedRoles", RolesOf(was.AllowedRoles, names), RolesOf(now.AllowedRoles, names));
        Field("order", $"{was.Order}", $"{now.Order}");
        // By what they are, not by their words: two places may have the same name.
        if (!SameActionRules.IsSame(was, was with { Operations = now.Operations }))
            Add("operations", OperationText.Of(was, names), OperationText.Of(now, names));

        void Field(string field, string before, string after)
        {
            if (before != after) Add(field, before, after);
        }

        void Add(string field, string before, string after)
        {
            var text = $"Status '{status.Name}', action '{now.Name}': {Words(field)} is now {Quote(after)}, before {Quote(before)}.";
            found.Add(new(text, status.Id, now.Id, field, before, after));
        }
    }

    static string Words(string field) => field switch
    {
        "systemStatus" => "the system status",
        "restrictsContact" => "what it restricts",
        "allowedRoles" => "who may use it",
        "operations" => "what it does",
        "order" => "the place in the order",
        "enabled" => "whether it is enabled",
        _ => $"the {field}",
    };

    static string Quote(string text) => $"'{text}'";

    static string YesNo(bool value) => value ? "yes" : "no";

    static string ChannelsOf(Channels channels) => channels == Channels.None ? "nothing" : ChannelText.List(channels);

    static string RolesOf(ImmutableArray<string> roles, OrganizationDocuments names) =>
        roles.IsEmpty ? "everybody" : string.Join(", ", roles.Select(r => names.Roles.TryGetValue(r, out var role) ? role.Name : r));

    static string Count(ImmutableArray<WorkflowAction> actions) => actions.Length switch
    {
        0 => "",
        1 => ", with one action",
        var many => $", with {many} actions",
    };
}
