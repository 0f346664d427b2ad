using DncActors.Contracts.Leads;
using DncActors.Domain.Identity;
using DncActors.Domain.Leads;
using DncActors.Domain.Organizations;
using DncActors.Domain.Registry;
using DncActors.Grains.Deciding;
using DncActors.Grains.Following;
using Orleans.Concurrency;

namespace DncActors.Grains.Leads;

/// <summary>The lead where it is asked for: in no directory, so that no other silo has to answer.</summary>
[StatelessWorker(1)]
sealed class LeadStandInGrain(
    ILeadStore leads,
    IEntryStore entries,
    IPublishedDocuments documents,
    AcknowledgedLedger ledger,
    DecisionLoop loop,
    TimeProvider time,
    IdSource ids) : LeadGrain(leads, entries, documents, ledger, loop, time, ids), ILeadStandInGrain;
