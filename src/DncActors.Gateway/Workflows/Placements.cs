using DncActors.Contracts.Workflows;
using DncActors.Gateway.Requests;
using Microsoft.AspNetCore.Http;

namespace DncActors.Gateway.Workflows;

/// <summary>Answers what a copy or the application of a template did, or would do.</summary>
static class Placements
{
    internal static IResult Say(ActionPlacements placements) =>
        new Answer<Client.Workflows.ActionPlacementsModel>(
            placements.DryRun ? StatusCodes.Status200OK : StatusCodes.Status201Created, ActionMapping.ToModel(placements));
}
