namespace DncActors.Contracts.Leads;

/// <summary>
/// Leads in this very process, for when the silo of a lead's own grain, or the one that knows which that is, gives no answer. They may do the same beside that
/// grain: a request is one change by its commit's id, and plans are fenced by the lead's version.
/// </summary>
public interface ILeadStandIns
{
    /// <param name="key">The grain's: <c>{organization}/{leadId}</c>.</param>
    ILeadTurns Of(string key);
}
