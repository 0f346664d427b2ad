using DncActors.Domain.Leads;
using DncActors.Domain.Workflows;
using DncActors.Storage.ContactPoints;
using DncActors.Storage.Json;
using DncActors.Storage.Workflows;

namespace DncActors.Storage.Leads;

/// <summary>What an execution's row holds beside its columns.</summary>
internal sealed record StoredExecution(
    string ActionName,
    string Category,
    long WorkflowVersion,
    StoredStatusRef To,
    Guid[]? DncEntries,
    Guid[]? RevokedEntries,
    string[]? UserGroups,
    string? Note,
    string? Evidence,
    long? OccurredAt,
    StoredPoint[]? StillBlocked)
{
    public static StoredExecution Of(Execution execution) => new(
        execution.ActionName,
        execution.Category,
        execution.WorkflowVersion,
        StoredStatusRef.Of(execution.To),
        StoredText.List(execution.DncEntries, id => id),
        StoredText.List(execution.RevokedEntries, id => id),
        StoredText.List(execution.UserGroups),
        execution.Note,
        execution.Evidence,
        execution.OccurredAt?.UtcTicks,
        StoredText.List(execution.StillBlocked, StoredPoint.Of));

    public Execution ToExecution(Guid id, string leadId, string actionId, StatusRef from, string actor, DateTimeOffset at, bool addsToDoNotContact) => new(
        id,
        leadId,
        actionId,
        ActionName,
        Category,
        WorkflowVersion,
        actor,
        at,
        from,
        To.ToStatus(),
        addsToDoNotContact,
        StoredText.Items(DncEntries, e => e),
        StoredText.Items(RevokedEntries, e => e),
        StoredText.Items(UserGroups),
        Note,
        Evidence,
        StoredText.Time(OccurredAt),
        StoredText.Items(StillBlocked, p => p.ToPoint()));
}
