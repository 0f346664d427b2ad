using System.Collections.Immutable;
using DncActors.Client.Workflows;
using DncActors.Contracts.Workflows;
using DncActors.Domain.Organizations;
using DncActors.Domain.Workflows;

namespace DncActors.Gateway.Workflows;

/// <summary>What targets got, or would get, as it is told.</summary>
static class PlacementMapping
{
    internal static ActionPlacementsModel ToModel(ActionPlacements placements, OrganizationDocuments documents) => new()
    {
        DryRun = false,
        Items =
        [
            .. placements.Items.Select(p => new ActionPlacementModel
            {
                WorkflowId = p.At.WorkflowId,
                StatusId = p.At.StatusId,
                StatusName = documents.FindStatus(p.At)?.Name,
                Outcome = p.Replaced ? PlacementOutcomeNames.Replaced : PlacementOutcomeNames.Added,
                ReplacedActionId = p.Replaced ? p.ActionId : null,
                ActionId = p.ActionId,
                Replaced = p.Replaced,
                WorkflowVersion = p.WorkflowVersion,
            }),
        ],
    };

    internal static ActionPlacementsModel ToModel(ImmutableArray<PlacementPreview> previews) => new() { DryRun = true, Items = [.. previews.Select(ToModel)] };

    static ActionPlacementModel ToModel(PlacementPreview preview) => new()
    {
        WorkflowId = preview.At.WorkflowId,
        StatusId = preview.At.StatusId,
        StatusName = preview.StatusName,
        Outcome = preview.Refused is not null ? PlacementOutcomeNames.Refused
            : preview.Before is null ? PlacementOutcomeNames.Added
            : PlacementOutcomeNames.Replaced,
        Reason = preview.Refused is { } why ? $"{why.Detail} {why.Mend}".TrimEnd() : null,
        ReplacedActionId = preview.Before?.Id,
        Before = preview.Before is { } before ? ActionMapping.ToModel(before) : null,
        After = preview.After is { } after ? ActionMapping.ToModel(after) : null,
        ActionId = preview.Before?.Id,
        Replaced = preview.Before is not null,
        WorkflowVersion = preview.WorkflowVersion,
    };
}
