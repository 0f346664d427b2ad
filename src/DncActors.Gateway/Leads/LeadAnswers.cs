using DncActors.Client.Leads;
using DncActors.Domain.Leads;
using DncActors.Gateway.Registry;
using DncActors.Gateway.Requests;

namespace DncActors.Gateway.Leads;

/// <summary>Tells leads whole: with what their status, their executions and the list say of them.</summary>
static class LeadAnswers
{
    internal static async Task<LeadModel> ToModelAsync(this Call call, Lead lead) => (await call.ToModelsAsync([lead]))[0];

    internal static async Task<IReadOnlyList<LeadModel>> ToModelsAsync(this Call call, IReadOnlyCollection<Lead> leads)
    {
        var documents = await call.DocumentsAsync();
        var entries = await call.EntriesOfAsync(leads.SelectMany(l => l.ContactPoints).Select(p => p.Point));
        var now = call.Now;
        return [.. leads.Select(l => LeadMapping.ToModel(l, LeadDoNotContactRules.Of(l, entries, documents, now)))];
    }
}
