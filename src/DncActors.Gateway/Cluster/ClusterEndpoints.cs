using DncActors.Client.Cluster;
using DncActors.Contracts.Nodes;
using DncActors.Domain.People;
using DncActors.Gateway.Access;
using DncActors.Gateway.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DncActors.Gateway.Cluster;

/// <summary>The nodes of the installation, whose organizations are no business of anybody but its own administrators.</summary>
static class ClusterEndpoints
{
    internal static void MapCluster(this IEndpointRouteBuilder routes) =>
        routes.MapCall(HttpMethods.Get, "/v1/cluster", DescribeAsync).NeedsOfDefault(Permissions.Admin)
            .Says(
                "Cluster",
                "The nodes, as they are now",
                "Every node is asked at once; one that does not answer within a second is listed as silent. It tells of no contact point, lead or person. "
                    + "Gateways hold nothing and are not listed.")
            .Answers<ClusterModel>();

    static async Task<IResult> DescribeAsync(Call call) =>
        Answers.Ok(ClusterMapping.ToModel(await call.Ask<ICluster>().DescribeAsync(call.Cancellation)));
}
