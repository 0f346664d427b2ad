using DncActors.Gateway.Requests;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DncActors.Gateway.Errors;

/// <summary>Makes a problem of every exception, and of every status that was set without a body (an unknown path, a method that does not go with it).</summary>
sealed partial class ProblemMiddleware(
    RequestDelegate next, RefusalInstruments instruments, IHostApplicationLifetime lifetime, ILogger<ProblemMiddleware> logger)
{
    public Task InvokeAsync(HttpContext context)
    {
        try
        {
            var running = next(context);
            return running.IsCompletedSuccessfully && context.Response.StatusCode < 400 ? Task.CompletedTask : FinishAsync(context, running);
        }
        catch (Exception exception)
        {
            return FailAsync(context, exception);
        }
    }

    async Task FinishAsync(HttpContext context, Task running)
    {
        try
        {
            await running;
            var response = context.Response;
            if (response.StatusCode >= 400) instruments.Refused(context, response.StatusCode);
            if (response.StatusCode >= 400 && !response.HasStarted && response.ContentType is null && !RpcProblem.IsRpc(context))
            {
                await BareStatus(context).ExecuteAsync(context);
            }
        }
        catch (Exception exception)
        {
            await FailAsync(context, exception);
        }
    }

    Task FailAsync(HttpContext context, Exception exception)
    {
        // Nobody is there any more to be told.
        if (context.RequestAborted.IsCancellationRequested || exception is ConnectionResetException) return Task.CompletedTask;
        var (problem, isFault) = ExceptionProblems.Of(exception, lifetime.ApplicationStopping.IsCancellationRequested);
        if (isFault) LogFault(logger, exception, context.GetEndpoint()?.DisplayName ?? "no endpoint", RequestId.Of(context));
        instruments.Refused(context, problem.Kind.Status);
        if (context.Response.HasStarted)
        {
            // A cut answer must not look whole.
            context.Abort();
            return Task.CompletedTask;
        }
        context.Response.Clear();
        IdempotencyKey.Echo(context);
        return problem.ExecuteAsync(context);
    }

    static Problem BareStatus(HttpContext context)
    {
        var kind = ProblemKinds.Of(context.Response.StatusCode);
        return new Problem(kind, kind.Status switch
        {
            404 => $"There is nothing at '{Quote.Of(context.Request.Path.Value)}'. See /openapi/v1.json for what there is.",
            405 => $"'{context.Request.Method}' does not go with this path. Allowed: {context.Response.Headers.Allow}.",
            _ => kind.Title,
        });
    }

    [LoggerMessage(1001, LogLevel.Error, "A request to {Endpoint} failed; its id is {RequestId}")]
    private static partial void LogFault(ILogger logger, Exception exception, string endpoint, string requestId);
}
