using DncActors.Domain.Ledger;
using DncActors.Domain.Organizations;
using DncActors.Domain.People;
using DncActors.Domain.Workflows;

namespace DncActors.Grains.UserGroups;

/// <summary>What a user group takes from a change.</summary>
static class UserGroupRules
{
    /// <summary>The workflow versions that the group is in step with once it has applied the change.</summary>
    /// <param name="documents">What is published at this change or later: what a group that is new, or concerned with more than before, begins with.</param>
    public static void Apply(Dictionary<string, long> versions, string groupId, Change change, OrganizationDocuments documents)
    {
        if (change.What.Document is Workflow workflow)
        {
            Raise(versions, workflow);
        }
        else if (change.What.Document is UserGroup group && group.Id == groupId)
        {
            foreach (var published in documents.Workflows.Values)
            {
                if (group.Concerns(published.RecordType)) Raise(versions, published);
            }
        }
    }

    static void Raise(Dictionary<string, long> versions, Workflow workflow) =>
        versions[workflow.Id] = Math.Max(versions.GetValueOrDefault(workflow.Id), workflow.Version);
}
