using DncActors.Client;
using DncActors.Client.Leads;
using DncActors.Client.Registry;
using DncActors.Client.Workflows;

namespace DncActors.ConsoleTests.Browser;

/// <summary>What of the demo organization the pages that need an id are shown with.</summary>
/// <param name="Status">The first of <c>inbound</c>.</param>
/// <param name="Action">The address of an action of that status.</param>
/// <param name="Lead">One that may be contacted.</param>
/// <param name="Blocked">One that is flagged.</param>
/// <param name="Entry">One that may be revoked.</param>
sealed record SceneIds(string Status, string Action, TemplateModel Template, LeadModel Lead, LeadModel Blocked, DncEntryModel Entry)
{
    internal static async Task<SceneIds> FindAsync(DncClient api)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var status = (await api.Workflows.GetAsync("inbound", cancellation: cancellation)).Statuses[0];
        var action = status.Actions.First(action => action.Name == "Do Not Contact");
        var templates = await api.Templates.ListAsync(cancellation: cancellation);
        var leads = await api.Leads.SearchAsync(new() { WorkflowId = "inbound", StatusId = status.Id, DoNotContact = false }, cancellation: cancellation);
        var blocked = await api.Leads.SearchAsync(new() { WorkflowId = "inbound", DoNotContact = true }, cancellation: cancellation);
        var entries = await api.Registry.SearchAsync(new() { Source = EntrySourceNames.Action }, cancellation: cancellation);
        return new(
            status.Id,
            $"/workflows/inbound/statuses/{status.Id}/actions/{action.Id}",
            templates.Items.First(template => template.RecordType == "lead"),
            leads.Items.First(lead => lead.DoNotContact.Covered.Count == 0 && lead.ContactPoints.Count > 1),
            blocked.Items[0],
            entries.Items.First(entry => entry.RevokedAt is null));
    }
}
