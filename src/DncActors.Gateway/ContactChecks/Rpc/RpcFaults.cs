using DncActors.Gateway.Errors;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DncActors.Gateway.ContactChecks.Rpc;

/// <summary>Makes a problem of every exception, as the HTTP side does: gRPC's own would be UNKNOWN, which says nothing of whether to ask again.</summary>
sealed partial class RpcFaults(IHostApplicationLifetime lifetime, ILogger<RpcFaults> logger) : Interceptor
{
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            return await continuation(request, context);
        }
        catch (Exception fault) when (fault is not RpcException)
        {
            throw Tell(fault, context);
        }
    }

    public override async Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            await continuation(requestStream, responseStream, context);
        }
        catch (Exception fault) when (fault is not RpcException)
        {
            throw Tell(fault, context);
        }
    }

    RpcException Tell(Exception fault, ServerCallContext context)
    {
        // Nobody is there any more to be told; a stream that its client reset says so before the call is known to be cancelled.
        if (context.CancellationToken.IsCancellationRequested || fault is IOException) return new RpcException(Status.DefaultCancelled);
        var (problem, isFault) = ExceptionProblems.Of(fault, lifetime.ApplicationStopping.IsCancellationRequested);
        if (isFault) LogFault(logger, fault, context.Method);
        return RpcProblem.ToException(problem);
    }

    [LoggerMessage(1002, LogLevel.Error, "A call of {Method} failed")]
    private static partial void LogFault(ILogger logger, Exception exception, string method);
}
