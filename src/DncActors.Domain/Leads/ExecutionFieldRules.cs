using DncActors.Domain.Outcomes;

namespace DncActors.Domain.Leads;

/// <summary>Reads what comes with the wish to run an action.</summary>
static class ExecutionFieldRules
{
    public static Outcome<ExecutionDraft> Read(ExecutionDraft draft, DateTimeOffset now)
    {
        var errors = new List<FieldError>();
        var note = LeadFieldRules.ReadText(draft.Note, "note", LeadLimits.MaxTextLength, errors);
        var evidence = LeadFieldRules.ReadText(draft.Evidence, "evidence", LeadLimits.MaxTextLength, errors);
        if (draft.OccurredAt > now + LeadLimits.ClockTolerance)
        {
            errors.Add(new("occurredAt", $"'{draft.OccurredAt:O}' is in the future: write when the person said so, or leave it out for now."));
        }
        if (draft.OccurredAt < LeadLimits.EarliestOccurrence)
        {
            errors.Add(new("occurredAt", $"'{draft.OccurredAt:O}' is before {LeadLimits.EarliestOccurrence:yyyy-MM-dd}: write when the person said so."));
        }
        return errors.Count > 0 ? Refusal.Validation([.. errors]) : new ExecutionDraft(note, evidence, draft.OccurredAt?.ToUniversalTime());
    }
}
