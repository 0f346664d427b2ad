namespace DncActors.Contracts.Leads;

/// <summary>
/// A lead on whichever silo is asked, for when the one that the lead's own grain is on gives no answer. It does the same, and may do it beside that grain: a
/// request is one change by its commit's id, and plans are fenced by the lead's version.
/// </summary>
[Alias("dnc.ILeadStandInGrain")]
public interface ILeadStandInGrain : ILeadGrain;
