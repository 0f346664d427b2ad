using DncActors.Domain.People;
using DncActors.Gateway.Access;
using Grpc.AspNetCore.Server;
using Grpc.AspNetCore.Server.Model;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DncActors.Gateway.ContactChecks.Rpc;

/// <summary>Contact checks by gRPC: endpoints like all others, with the same keys and the same refusals.</summary>
static class RpcEndpoints
{
    /// <summary>It would log the message of a refusal, which quotes what was asked for.</summary>
    const string CallLog = "Grpc.AspNetCore.Server.ServerCallHandler";

    /// <summary>What frames a message; behind it the message's own limit says what is wrong.</summary>
    const int FrameBytes = 1_024;

    internal static IServiceCollection AddContactCheckRpc(this IServiceCollection services)
    {
        services.AddGrpc(rpc =>
        {
            // What is not there is the routing's own refusal, and no endpoint without a declaration.
            rpc.IgnoreUnknownServices = true;
            rpc.Interceptors.Add<RpcFaults>();
        });
        services.AddOptions<GrpcServiceOptions>().Configure<IOptions<DncGatewayOptions>>(
            (rpc, gateway) => rpc.MaxReceiveMessageSize = (int)gateway.Value.MaxBatchBytes);
        services.AddLogging(logging => logging.AddFilter(CallLog, LogLevel.Warning));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IServiceMethodProvider<ContactCheckRpc>, RpcMethods>());
        services.TryAddSingleton<RpcFaults>();
        services.TryAddSingleton<RpcBatch>();
        services.TryAddSingleton<CheckStream>();
        services.TryAddSingleton<ContactCheckRpc>();
        return services;
    }

    internal static void MapContactCheckRpc(this IEndpointRouteBuilder routes)
    {
        var options = routes.ServiceProvider.GetRequiredService<IOptions<DncGatewayOptions>>().Value;
        routes.MapGrpcService<ContactCheckRpc>().Needs(Permissions.ContactCheck).WithMetadata(new BodyLimit(options.MaxBatchBytes + FrameBytes));
    }
}
