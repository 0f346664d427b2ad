using System.Collections.Immutable;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Leads;

namespace DncActors.Domain.Diagnostics;

/// <summary>Why a lead is, or is not, contactable, offered an action, counted as active.</summary>
/// <param name="ContactableBy">The channels by which all of its contact points may be reached now.</param>
/// <param name="ActionOffered">Null where no action was asked about.</param>
/// <param name="CountedAsActive">It stands in no dead status and is not flagged.</param>
public sealed record LeadDiagnosis(
    Lead Lead, Channels ContactableBy, bool? ActionOffered, bool CountedAsActive, ImmutableArray<LeadAnswer> Answers);
