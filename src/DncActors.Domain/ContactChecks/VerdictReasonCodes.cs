namespace DncActors.Domain.ContactChecks;

/// <summary>Why a contact point is blocked, in a word; stable.</summary>
public static class VerdictReasonCodes
{
    /// <summary>An entry of the list.</summary>
    public const string DncEntry = "dnc.entry";

    /// <summary>The status in which a lead with this contact point stands.</summary>
    public const string LeadStatus = "lead.status";
}
