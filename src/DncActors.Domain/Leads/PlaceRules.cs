using DncActors.Domain.Outcomes;
using DncActors.Domain.Workflows;

namespace DncActors.Domain.Leads;

/// <summary>Whether leads may be put into, and worked with in, a status.</summary>
static class PlaceRules
{
    /// <summary>Why not, or null.</summary>
    public static Reason? WhyNotInUse(Workflow workflow, Status status)
    {
        if (workflow.Archived) return new("workflow.archived", $"The workflow '{workflow.Name}' was archived.", "Use a workflow that is in use.");
        if (status.Archived) return new("status.archived", $"The status '{status.Name}' was archived.", "Use a status that is in use.");
        return status.Enabled ? null : new("status.disabled", $"The status '{status.Name}' is disabled.", "Enable the status, or use another.");
    }
}
