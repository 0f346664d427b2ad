using System.Collections.Immutable;
using DncActors.Client;
using DncActors.Client.Errors;
using DncActors.Domain.Outcomes;
using DncActors.Gateway.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace DncActors.Gateway.Errors;

/// <summary>An error as it is answered: RFC 9457 problem details; to a call of gRPC a status.</summary>
sealed class Problem(ProblemKind kind, string detail, string? rule = null, ImmutableArray<FieldError> errors = default) : IResult
{
    /// <summary>Long enough for a lease to be renewed or a database to come back, short enough to lose little.</summary>
    internal const int RetryAfterSeconds = 1;

    /// <summary>More wrong fields than this are not told one by one: a request of a million errors must not become an answer of many more.</summary>
    internal const int MaxErrors = 100;

    internal const string Bearer = "Bearer";

    internal ProblemKind Kind => kind;

    internal string Detail => detail;

    /// <summary>How long to wait before the same is asked again; null where waiting helps nothing.</summary>
    internal int? RetryAfter { get; init; } = kind.Status is 429 or 503 ? RetryAfterSeconds : null;

    /// <summary>How a caller who is not known may say who they are.</summary>
    internal string Challenge { get; init; } = Bearer;

    /// <summary>Of an import that stopped: what was kept.</summary>
    internal (string ImportId, long LastLine)? Kept { get; init; }

    internal static Problem Of(Refusal refusal)
    {
        var problem = new Problem(ProblemKinds.Of(refusal.Code), refusal.Detail, refusal.Rule, refusal.Errors);
        return refusal.RetryAfter is { } seconds ? problem.After(seconds) : problem;
    }

    internal static Problem Of(string field, string message) => Of(Refusal.Validation(new FieldError(field, message)));

    /// <summary>The same, of an import that stopped over it.</summary>
    /// <param name="whatIsIn">What was kept, for people.</param>
    internal Problem Keeping(string whatIsIn, string importId, long lastLine) =>
        new(kind, $"{detail} {whatIsIn}", rule, errors) { RetryAfter = RetryAfter, Kept = (importId, lastLine) };

    Problem After(int seconds) => new(kind, detail, rule, errors) { RetryAfter = seconds };

    internal ProblemModel ToModel(string? requestId = null) => new()
    {
        Type = DncErrorCodes.TypeOf(kind.Code),
        Title = kind.Title,
        Status = kind.Status,
        Detail = detail,
        Rule = rule == kind.Code ? null : rule,
        Errors = ErrorsOf(errors),
        ImportId = Kept?.ImportId,
        LastLine = Kept?.LastLine,
        RequestId = requestId,
    };

    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (RpcProblem.IsRpc(httpContext)) return RpcProblem.WriteAsync(httpContext, this);
        var response = httpContext.Response;
        LetBodyDrain(httpContext);
        response.StatusCode = kind.Status;
        response.ContentType = DncMediaTypes.Problem;
        response.Headers.CacheControl = "no-store";
        if (kind.Status == 401) response.Headers.WWWAuthenticate = Challenge;
        if (RetryAfter is { } seconds) response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return JsonBody.WriteAsync(httpContext, ToModel(RequestId.Of(httpContext)));
    }

    /// <summary>
    /// Lets the web server read away what nobody will look at (it stops by itself after five seconds). A body that is announced over the limit would otherwise
    /// have it close the connection behind an answer that did not say so, and the client's next request on it would be lost.
    /// </summary>
    static void LetBodyDrain(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size && context.Request.ContentLength > size.MaxRequestBodySize)
        {
            size.MaxRequestBodySize = null;
        }
    }

    static Dictionary<string, IReadOnlyList<string>>? ErrorsOf(ImmutableArray<FieldError> errors)
    {
        if (errors.IsDefaultOrEmpty) return null;
        var told = errors.Take(MaxErrors).GroupBy(e => e.Field).ToDictionary(g => g.Key, IReadOnlyList<string> (g) => [.. g.Select(e => e.Message)]);
        if (errors.Length > MaxErrors) told[""] = [$"and {errors.Length - MaxErrors} more."];
        return told;
    }
}
