using DncActors.Client.Leads;
using DncActors.Domain.Leads;
using DncActors.Gateway.Requests;

namespace DncActors.Gateway.Leads;

/// <summary>Tells leads whole: with their status and with what blocks their contact points.</summary>
static class LeadAnswers
{
    internal static async Task<LeadModel> ToModelAsync(this Call call, Lead lead) => (await call.ToModelsAsync([lead]))[0];

    internal static async Task<IReadOnlyList<LeadModel>> ToModelsAsync(this Call call, IReadOnlyCollection<Lead> leads)
    {
        var documents = await call.DocumentsAsync();
        var points = leads.SelectMany(l => l.ContactPoints).Select(p => p.Point);
        var covered = await call.Ask<CoveredPoints>().FindAsync(call.Access.Organization, points, call.Cancellation);
        var now = call.Now;
        return [.. leads.Select(l => LeadMapping.ToModel(l, documents.FindStatus(l.At), covered, now))];
    }
}
