using DncActors.Contracts.Imports;
using DncActors.Host.FirstStart;

namespace DncActors.Host.Demo;

/// <summary>The ids of all commits that a first start with the demo can make: whatever else is in the log was done by somebody who uses the store.</summary>
static class DemoCommits
{
    internal static HashSet<Guid> All(string organization)
    {
        var all = Steps().Select(step => DemoRequests.IdOf(organization, step)).ToHashSet();
        foreach (var import in DemoRequests.Imports)
        {
            var id = DemoRequests.IdOf(organization, import);
            // At worst each line is a chunk.
            all.UnionWith(Enumerable.Range(0, DemoLeads.Count).Select(chunk => ImportOrder.ChunkId(id, chunk)));
        }
        all.Add(FirstStartRules.CommitId);
        return all;
    }

    static IEnumerable<string> Steps() =>
    [
        .. DemoPeople.Groups.Select(group => DemoRequests.Group(group.Id!)),
        .. DemoPeople.Users.Select(user => DemoRequests.User(user.Id!)),
        .. DemoWorkflows.All.SelectMany(StepsOf),
        .. Enumerable.Range(1, DemoLeads.Count).Select(n => DemoRequests.Execution(DemoLeads.IdOf(n))),
        .. Enumerable.Range(0, DemoEntries.TypedCount).Select(DemoRequests.Entry),
        DemoRequests.Last,
    ];

    static IEnumerable<string> StepsOf(DemoWorkflow workflow) =>
    [
        DemoRequests.Workflow(workflow.Id),
        .. workflow.Statuses.Select(status => DemoRequests.Status(workflow.Id, status.Draft.Name)),
        .. workflow.Steps.Select(step => DemoRequests.Action(workflow.Id, step.From, step.Action)),
        DemoRequests.Back(workflow.Id),
        .. new[] { DemoWorkflows.DoNotContact, DemoWorkflows.Pause }.SelectMany(name => new[]
        {
            DemoRequests.Template(workflow.Id, name), DemoRequests.Applied(workflow.Id, name),
        }),
    ];
}
