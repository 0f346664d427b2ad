using System.Collections.Immutable;
using DncActors.Domain.Organizations;
using DncActors.Domain.Outcomes;

namespace DncActors.Domain.People;

/// <summary>Edits of user groups.</summary>
public static class UserGroupRules
{
    public const int MaxRecordTypes = 50;
    const int MaxNamed = 10;

    public static Outcome<UserGroup> Add(OrganizationDocuments documents, UserGroupDraft draft, string newId)
    {
        var errors = Check(draft.Name, draft.RecordTypes, draft.Id);
        var id = draft.Id ?? newId;
        if (errors.Length > 0)
        {
            return Refusal.Validation(errors);
        }
        if (documents.UserGroups.ContainsKey(id)) return PeopleRefusals.Taken("user group", id);
        return PeopleRefusals.Full("user groups", documents.UserGroups.Values, PeopleLimits.MaxUserGroups) is { } full
            ? full
            : new UserGroup(id, 1, false, draft.Name.Trim(), draft.RecordTypes);
    }

    public static Outcome<UserGroup> Change(OrganizationDocuments documents, string groupId, UserGroupPatch patch)
    {
        if (!documents.UserGroups.TryGetValue(groupId, out var group) || group.Archived)
        {
            return Refusal.NotFound("user group", groupId);
        }
        var changed = group with
        {
            Version = group.Version + 1,
            Name = (patch.Name ?? group.Name).Trim(),
            RecordTypes = patch.RecordTypes ?? group.RecordTypes,
        };
        var errors = Check(changed.Name, changed.RecordTypes, null);
        return errors.Length > 0 ? Refusal.Validation(errors) : changed;
    }

    /// <summary>Refused while it has members.</summary>
    public static Outcome<UserGroup> Archive(OrganizationDocuments documents, string groupId)
    {
        if (!documents.UserGroups.TryGetValue(groupId, out var group) || group.Archived)
        {
            return Refusal.NotFound("user group", groupId);
        }
        var members = documents.Users.Values
            .Where(u => !u.Archived && u.UserGroups.Contains(groupId))
            .Select(u => $"'{u.Id}'")
            .Order(StringComparer.Ordinal)
            .ToList();
        if (members.Count > 0)
        {
            var named = string.Join(", ", members.Take(MaxNamed)) + (members.Count > MaxNamed ? ", …" : "");
            return Refusal.Unprocessable(
                "user-group.has-members", $"The user group '{group.Name}' still has {members.Count} members ({named}); take them out first.");
        }
        return group with { Version = group.Version + 1, Archived = true };
    }

    static ImmutableArray<FieldError> Check(string name, ImmutableArray<string> recordTypes, string? id)
    {
        var tooMany = recordTypes.Length > MaxRecordTypes
            ? new FieldError("recordTypes", $"'recordTypes' names {recordTypes.Length}; at most {MaxRecordTypes} are allowed.")
            : null;
        return
        [
            .. PeopleRefusals.All(TextRules.CheckName("name", name), id is null ? null : TextRules.CheckId("id", id), tooMany),
            .. recordTypes.Take(MaxRecordTypes).Select((t, i) => TextRules.CheckSlug($"recordTypes[{i}]", t)).OfType<FieldError>(),
        ];
    }
}
