using DncActors.Contracts.Identity;
using DncActors.Contracts.Leads;
using DncActors.Domain.Identity;
using DncActors.Domain.Leads;
using DncActors.Domain.Organizations;
using DncActors.Domain.Registry;
using DncActors.Grains.Deciding;
using DncActors.Grains.Following;

namespace DncActors.Grains.Leads;

/// <summary>Makes turns of leads, for their grains and for those who stand in for them.</summary>
sealed class LeadStandIns(
    ILeadStore leads,
    IEntryStore entries,
    IPublishedDocuments documents,
    AcknowledgedLedger ledger,
    DecisionLoop loop,
    TimeProvider time,
    IdSource ids) : ILeadStandIns
{
    public ILeadTurns Of(string key) => Of(key, static () => { });

    public LeadTurns Of(string key, Action inDoubt) =>
        new(GrainKeys.Parse(key).Id, leads, entries, documents, ledger, loop, time, ids, inDoubt);
}
