using System.Collections.Immutable;
using DncActors.Contracts.Workflows;
using DncActors.Domain.Organizations;
using DncActors.Domain.Outcomes;
using DncActors.Domain.Workflows;
using DncActors.Gateway.Requests;
using Microsoft.AspNetCore.Http;

namespace DncActors.Gateway.Workflows;

/// <summary>Answers what a copy or the application of a template did, or would do.</summary>
static class Placements
{
    internal static readonly QueryParameter<bool?> DryRun =
        Parameters.Flag("dryRun", "Say for each target what it would get, or why it is refused, and change nothing. Default: false.");

    internal static bool IsDryRun(Call call, bool? inBody) => call.Query.Get(DryRun) ?? inBody ?? false;

    /// <summary>Judged with what is published: nothing is asked for that could change anything.</summary>
    internal static async Task<IResult> PreviewAsync(Call call, Func<OrganizationDocuments, Outcome<ImmutableArray<PlacementPreview>>> preview) =>
        Answers.Of(preview(await call.DocumentsAsync()), previews => Answers.Ok(PlacementMapping.ToModel(previews)));

    internal static async Task<IResult> SayAsync(Call call, Outcome<ActionPlacements> placements)
    {
        if (!placements.Ok) return Answers.Refused(placements.Refusal);
        return new Answer<Client.Workflows.ActionPlacementsModel>(
            StatusCodes.Status201Created, PlacementMapping.ToModel(placements.Value, await call.DocumentsAsync()));
    }
}
