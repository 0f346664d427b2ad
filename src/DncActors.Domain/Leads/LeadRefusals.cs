using DncActors.Domain.Outcomes;

namespace DncActors.Domain.Leads;

/// <summary>Refusals that several plans on a lead share.</summary>
static class LeadRefusals
{
    /// <summary>The lead was moved under documents that this node has not applied yet: nobody's mistake, and gone in a moment.</summary>
    public static Refusal UnknownStatus(Lead lead) => Refusal.Unavailable(
        "documents.behind",
        $"The lead stands in {lead.At}, which this node does not know yet: send the same request again.");

    public static Refusal TooManyEntries() => Refusal.Unprocessable(
        "lead.too-many-entries",
        $"The lead would hold more than {LeadLimits.MaxOwnEntries} entries of the Do Not Contact list that were not revoked: revoke some of them first.");
}
