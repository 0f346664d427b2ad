namespace DncActors.Client.ContactChecks;

/// <summary>Why a verdict is as it is: the codes of its reasons. More may come.</summary>
public static class VerdictReasonCodes
{
    /// <summary>An entry of the Do Not Contact list.</summary>
    public const string DncEntry = "dnc.entry";

    /// <summary>The status in which a lead with that contact point stands.</summary>
    public const string LeadStatus = "lead.status";
}
