using System.Globalization;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace DncActors.Gateway.Errors;

/// <summary>A problem as gRPC tells it: a status, a message that names what is wrong, and the code of the contract as a trailer.</summary>
static class RpcProblem
{
    internal const string MediaType = "application/grpc";
    internal const string ErrorTrailer = "dnc-error";
    internal const string RuleTrailer = "dnc-rule";

    /// <summary>Read by whoever repeats calls by himself, as gRPC defines it.</summary>
    const string PushbackTrailer = "grpc-retry-pushback-ms";

    const string RetryAfterTrailer = "retry-after";

    /// <summary>A client may take no more than 8 KiB of headers, and each letter may be sent as three, or as nine.</summary>
    const int MostCharacters = 800;

    const int MostFields = 10;

    /// <summary>Whether the request is a call of gRPC; what only looks like one is answered as HTTP.</summary>
    internal static bool IsRpc(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<GrpcMethodMetadata>() is not null
        && context.Request.ContentType is { } type && type.StartsWith(MediaType, StringComparison.OrdinalIgnoreCase);

    internal static RpcException ToException(Problem problem)
    {
        var trailers = new Metadata();
        foreach (var (name, value) in Trailers(problem)) trailers.Add(name, value);
        return new RpcException(new Status(StatusOf(problem.Kind), MessageOf(problem)), trailers);
    }

    /// <summary>For what ends before gRPC's own part has begun: all in the head, no message.</summary>
    internal static Task WriteAsync(HttpContext context, Problem problem)
    {
        var response = context.Response;
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = MediaType;
        response.ContentLength = null;
        response.Headers["grpc-status"] = ((int)StatusOf(problem.Kind)).ToString(CultureInfo.InvariantCulture);
        response.Headers["grpc-message"] = Uri.EscapeDataString(MessageOf(problem));
        foreach (var (name, value) in Trailers(problem)) response.Headers[name] = value;
        return Task.CompletedTask;
    }

    internal static StatusCode StatusOf(ProblemKind kind) => kind.Status switch
    {
        401 => StatusCode.Unauthenticated,
        403 => StatusCode.PermissionDenied,
        404 => StatusCode.NotFound,
        409 => StatusCode.Aborted,
        422 => StatusCode.FailedPrecondition,
        429 => StatusCode.ResourceExhausted,
        503 => StatusCode.Unavailable,
        < 500 => StatusCode.InvalidArgument,
        _ => StatusCode.Internal,
    };

    static string MessageOf(Problem problem)
    {
        var message = problem.ToModel().Errors is { } errors
            ? string.Join("; ", errors.Take(MostFields).Select(e => e.Key.Length == 0 ? string.Join(" ", e.Value) : $"{e.Key}: {string.Join(" ", e.Value)}"))
            : problem.Detail;
        return message.Length <= MostCharacters ? message : message[..MostCharacters] + "…";
    }

    static IEnumerable<(string Name, string Value)> Trailers(Problem problem)
    {
        var model = problem.ToModel();
        yield return (ErrorTrailer, model.Type!);
        if (model.Rule is { } rule) yield return (RuleTrailer, rule);
        if (problem.RetryAfter is not { } seconds) yield break;
        yield return (RetryAfterTrailer, seconds.ToString(CultureInfo.InvariantCulture));
        yield return (PushbackTrailer, (seconds * 1_000).ToString(CultureInfo.InvariantCulture));
    }
}
