using DncActors.Domain.Outcomes;

namespace DncActors.Domain.Registry;

/// <summary>Who may end an entry by hand, and with what.</summary>
static class EntryRevocationRules
{
    /// <summary>The draft as read; refused where the entry stems from a lead's status (422), and with every field that is wrong or missing (400).</summary>
    public static Outcome<RevocationDraft> Read(DncEntry entry, RevocationDraft draft)
    {
        if (entry.Source == EntrySource.LeadStatus)
        {
            return Refusal.Unprocessable(
                "entry.of-lead-status",
                $"The entry stems from the status in which the lead '{entry.LeadId}' stands: move the lead, or change what the status restricts.");
        }
        var errors = new List<FieldError>();
        var read = EntryFieldRules.Read(draft, errors);
        if (entry.Source == EntrySource.OptOut && read.Evidence is null)
        {
            errors.Add(new("evidence", "The person asked for this themselves: write where their new wish can be found."));
        }
        return errors.Count > 0 ? Refusal.Validation([.. errors]) : read;
    }
}
