namespace DncActors.Domain.Workflows;

/// <summary>Whether a status may be a target: of a move, a copy, a template.</summary>
static class Targets
{
    /// <summary>Why not, with what to do; null where it may.</summary>
    public static string? WhyNotInUse(Workflow workflow, Status status)
    {
        if (workflow.Archived) return $"The workflow '{workflow.Name}' was archived; name one that is in use.";
        if (status.Archived) return $"The status '{status.Name}' of '{workflow.Name}' was archived; name one that is in use.";
        return status.Enabled ? null : $"The status '{status.Name}' of '{workflow.Name}' is disabled; enable it first, or name another.";
    }
}
