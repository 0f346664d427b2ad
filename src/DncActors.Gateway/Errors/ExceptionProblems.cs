using DncActors.Domain.Ledger;
using DncActors.Domain.Paging;
using Microsoft.AspNetCore.Http;

namespace DncActors.Gateway.Errors;

/// <summary>What a client is told of an exception: whether to send the same again, and nothing of what happened inside.</summary>
static class ExceptionProblems
{
    const string Unknown = "Nobody can say now whether this was done. Send the same request again with the same Idempotency-Key.";

    /// <summary>The problem, and whether somebody should look into it.</summary>
    /// <param name="stopping">Whether the process is on its way out: what it is made of is taken apart under those who still ask.</param>
    internal static (Problem Problem, bool IsFault) Of(Exception exception, bool stopping = false) => exception switch
    {
        BadHttpRequestException bad => (OfWebServer(bad), false),
        BadCursorException => (Problem.Of("cursor", "This cursor is of another list: write the 'next' of the page before, with the same filters."), false),
        LedgerUnavailableException => (new Problem(ProblemKinds.Unavailable, Unknown, "ledger"), false),
        TimeoutException => (new Problem(ProblemKinds.Unavailable, Unknown, "timeout"), true),
        // Silo not found, gateway too busy, message rejected: the cluster's state, not the caller's fault.
        OrleansException => (new Problem(ProblemKinds.Unavailable, Unknown, "cluster"), true),
        // An operation cancelled from inside (a node that stops): unknown as well.
        OperationCanceledException => (new Problem(ProblemKinds.Unavailable, Unknown, "stopping"), false),
        _ when stopping => (new Problem(ProblemKinds.Unavailable, Unknown, "stopping"), true),
        _ => (new Problem(ProblemKinds.Internal, "The fault is on this side and was recorded. If it stays, tell whoever runs this service."), true),
    };

    static Problem OfWebServer(BadHttpRequestException exception)
    {
        var kind = ProblemKinds.Of(exception.StatusCode);
        return new Problem(kind, exception.StatusCode switch
        {
            408 => "The body arrived too slowly. Send it faster, or in smaller parts.",
            413 => "The body is larger than this call takes. Send it in parts, or as a stream where there is an import.",
            _ => "The web server could not read the request: " + exception.Message,
        });
    }
}
