using System.Net;

namespace DncActors.Client.Errors;

/// <summary>
/// The gateway said no. Nothing is half done behind it; with the code <c>unavailable</c> a change may or may not be made. The message
/// names codes only: details may quote contact points, which belong in no log.
/// </summary>
public sealed class DncProblemException : DncException
{
    internal DncProblemException(HttpStatusCode status, string code, ProblemModel problem, TimeSpan? retryAfter, string? idempotencyKey)
        : base($"The gateway answered {(int)status} ({(problem.Rule is null ? code : $"{code}: {problem.Rule}")}).", idempotencyKey, null)
    {
        Status = status;
        Code = code;
        Problem = problem;
        RetryAfter = retryAfter;
    }

    public HttpStatusCode Status { get; }

    /// <summary>One of <see cref="DncErrorCodes"/>; guessed from the status where something else than the gateway answered.</summary>
    public string Code { get; }

    public string? Title => Problem.Title;

    /// <summary>What happened and what to do about it, for people.</summary>
    public string? Detail => Problem.Detail;

    /// <summary>Field to messages; empty where no field is to blame.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Errors => Problem.Errors ?? NoErrors;

    /// <summary>How long to wait before it is tried again; null where the gateway did not say.</summary>
    public TimeSpan? RetryAfter { get; }

    /// <summary>All of it.</summary>
    public ProblemModel Problem { get; }

    static readonly Dictionary<string, IReadOnlyList<string>> NoErrors = [];
}
