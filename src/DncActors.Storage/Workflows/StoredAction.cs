using DncActors.Domain.Workflows;
using DncActors.Storage.Json;

namespace DncActors.Storage.Workflows;

internal sealed record StoredAction(
    string Id, string Name, string Category, bool Enabled, string[]? AllowedRoles, int Order, StoredOperation[]? Operations)
{
    public static StoredAction Of(WorkflowAction action) => new(
        action.Id,
        action.Name,
        action.Category,
        action.Enabled,
        StoredText.List(action.AllowedRoles),
        action.Order,
        StoredText.List(action.Operations, StoredOperation.Of));

    public WorkflowAction ToAction() => new(
        Id, Name, Category, Enabled, StoredText.Items(AllowedRoles), Order, StoredText.Items(Operations, o => o.ToOperation()));
}
