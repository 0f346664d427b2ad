using System.Collections.Immutable;
using DncActors.Contracts.Identity;
using DncActors.Contracts.Imports;
using DncActors.Contracts.Leads;
using DncActors.Contracts.Organizations;
using DncActors.Contracts.Registry;
using DncActors.Contracts.Workflows;
using DncActors.Domain.Leads;
using DncActors.Domain.Outcomes;
using DncActors.Domain.Workflows;

namespace DncActors.Host.Demo;

/// <summary>Loads the demo through the doors that everybody uses: grains and imports. Each step is a request that can be repeated.</summary>
sealed class DemoLoader(
    string organization,
    DemoRequests requests,
    IGrainFactory grains,
    ILeadImports leadImports,
    IEntryImports entryImports,
    TimeProvider time)
{
    const string Name = "Brightline Energy (demo)";
    const string Region = "US";
    const int Executions = 90;

    IOrganizationGrain Organization => grains.GetGrain<IOrganizationGrain>(organization);

    internal async Task LoadAsync(CancellationToken cancellation)
    {
        await LoadPeopleAsync();
        var workflows = ImmutableDictionary.CreateBuilder<string, ImmutableDictionary<string, string>>();
        foreach (var workflow in DemoWorkflows.All) workflows[workflow.Id] = await LoadWorkflowAsync(workflow);
        var statusIds = workflows.ToImmutable();

        var ways = ImmutableDictionary.CreateBuilder<StatusRef, string>();
        foreach (var workflow in DemoWorkflows.All) ways.AddRange(await LoadTemplatesAsync(workflow, statusIds[workflow.Id]));

        await LoadLeadsAsync(statusIds, cancellation);
        await ExecuteAsync(statusIds, ways.ToImmutable());
        await LoadEntriesAsync(cancellation);
        Must("end", await Organization.ChangeAsync(requests.ByKey(DemoRequests.Last), new(Name), null));
    }

    async Task LoadPeopleAsync()
    {
        foreach (var group in DemoPeople.Groups)
        {
            Must(group.Name, await Organization.AddUserGroupAsync(requests.ByKey(DemoRequests.Group(group.Id!)), group));
        }
        foreach (var user in DemoPeople.Users) Must(user.Name, await Organization.AddUserAsync(requests.ByKey(DemoRequests.User(user.Id!)), user));
    }

    /// <returns>The ids of its statuses by their names.</returns>
    async Task<ImmutableDictionary<string, string>> LoadWorkflowAsync(DemoWorkflow workflow)
    {
        var grain = grains.GetGrain<IWorkflowGrain>(GrainKeys.Of(organization, workflow.Id));
        Must(workflow.Name, await grain.CreateAsync(requests.ByKey(DemoRequests.Workflow(workflow.Id)), new(workflow.Name, workflow.RecordType)));
        var ids = ImmutableDictionary.CreateBuilder<string, string>();
        foreach (var (draft, _) in workflow.Statuses)
        {
            var added = Must(draft.Name, await grain.AddStatusAsync(requests.ByKey(DemoRequests.Status(workflow.Id, draft.Name)), draft, null));
            ids[draft.Name] = added.Status.Id;
        }
        foreach (var (action, from, to) in workflow.Steps)
        {
            var step = DemoWorkflows.Step(action, workflow.Id, ids[to]);
            var request = requests.ByUser(DemoPeople.Manager, DemoRequests.Action(workflow.Id, from, action));
            Must(action, await grain.AddActionAsync(request, ids[from], step, null));
        }
        var back = DemoWorkflows.ConsentRenewed(workflow.Id, ids[workflow.Statuses[0].Draft.Name]);
        Must(back.Name, await grain.AddActionAsync(
            requests.ByUser(DemoPeople.Manager, DemoRequests.Back(workflow.Id)), ids[DemoWorkflows.DoNotContact], back, null));
        return ids.ToImmutable();
    }

    /// <returns>Where "Do Not Contact" can be run, and the action's id there.</returns>
    async Task<IEnumerable<KeyValuePair<StatusRef, string>>> LoadTemplatesAsync(DemoWorkflow workflow, ImmutableDictionary<string, string> ids)
    {
        var never = DemoWorkflows.NeverAgain(workflow.Id, ids[DemoWorkflows.DoNotContact]);
        var placed = await ApplyAsync(workflow, never, [.. workflow.Covered.Select(name => new StatusRef(workflow.Id, ids[name]))]);

        var notNow = DemoWorkflows.NotNow(workflow.Id, ids[DemoWorkflows.Nurture]);
        var open = workflow.Covered.Where(name => DemoWorkflows.IsOpen(workflow, name));
        await ApplyAsync(workflow, notNow, [.. open.Select(name => new StatusRef(workflow.Id, ids[name]))]);
        return placed.Items.Select(item => KeyValuePair.Create(item.At, item.ActionId!));
    }

    async Task<ActionPlacements> ApplyAsync(DemoWorkflow workflow, ActionDraft action, ImmutableArray<StatusRef> targets)
    {
        var step = DemoRequests.Template(workflow.Id, action.Name);
        var draft = new TemplateDraft($"{action.Name} ({workflow.Name})", workflow.RecordType, action);
        var template = Must(step, await Organization.AddTemplateAsync(requests.ByUser(DemoPeople.Manager, step), draft));
        var request = requests.ByUser(DemoPeople.Manager, DemoRequests.Applied(workflow.Id, action.Name));
        return Must(step, await Organization.ApplyTemplateAsync(request, template.Id, targets, dryRun: false));
    }

    async Task LoadLeadsAsync(ImmutableDictionary<string, ImmutableDictionary<string, string>> statusIds, CancellationToken cancellation)
    {
        var order = new ImportOrder(requests.ByKey(DemoRequests.Leads), Region, DryRun: false);
        Must("leads", await leadImports.ImportAsync(order, Lines(DemoLeads.All(statusIds)), cancellation));
    }

    /// <summary>Some people said no already.</summary>
    async Task ExecuteAsync(ImmutableDictionary<string, ImmutableDictionary<string, string>> statusIds, ImmutableDictionary<StatusRef, string> ways)
    {
        var asked = DemoLeads.All(statusIds).Where(lead => ways.ContainsKey(new(lead.WorkflowId, lead.StatusId))).Where((_, n) => n % 23 == 7).Take(Executions);
        await Task.WhenAll(asked.Select(async (lead, n) =>
        {
            var action = ways[new(lead.WorkflowId, lead.StatusId)];
            var request = requests.ByUser(DemoPeople.AgentOf(lead.WorkflowId, n), DemoRequests.Execution(lead.Id!));
            var draft = new ExecutionDraft(DemoEntries.Note(n), null, null);
            Must(lead.Id!, await grains.GetGrain<ILeadGrain>(GrainKeys.Of(organization, lead.Id!)).ExecuteAsync(request, action, draft));
        }));
    }

    async Task LoadEntriesAsync(CancellationToken cancellation)
    {
        var order = new ImportOrder(requests.ByUser(DemoPeople.Manager, DemoRequests.Entries), Region, DryRun: false);
        Must("entries", await entryImports.ImportAsync(order, Lines(DemoEntries.Bought()), cancellation));

        await Task.WhenAll(DemoEntries.Typed(time.GetUtcNow()).Select(async (draft, n) =>
        {
            var shard = grains.GetGrain<IDncRegistryGrain>(RegistryShards.KeyOf(organization, draft.Point));
            Must($"entry {n}", await shard.AddAsync(requests.ByUser(DemoPeople.Manager, DemoRequests.Entry(n)), draft));
        }));
    }

    static async IAsyncEnumerable<ImportLine<T>> Lines<T>(IEnumerable<T> drafts)
    {
        var number = 0L;
        foreach (var draft in drafts) yield return new(++number, draft);
        await Task.CompletedTask;
    }

    static T Must<T>(string step, Outcome<T> outcome)
        where T : class => outcome.Refusal is { } refusal ? throw new DemoRefusedException(step, refusal) : outcome.Value!;

    static void Must(string step, ImportReport report)
    {
        if ((report.Stopped ?? report.Errors.FirstOrDefault()?.Why) is { } refusal) throw new DemoRefusedException(step, refusal);
    }
}
