namespace DncActors.Client.Errors;

/// <summary>
/// A stream of contact checks is over and this question has no answer: it was not allowed. Opening another stream, at another node say, and asking again is
/// the caller's matter. The message names codes only: details may quote contact points, which belong in no log.
/// </summary>
public sealed class ContactCheckStreamEndedException : DncException
{
    internal ContactCheckStreamEndedException(string code, string? detail, int unanswered)
        : base($"The stream of contact checks ended ({code}) with {unanswered} questions unanswered.", null, null)
    {
        Code = code;
        Detail = detail;
        Unanswered = unanswered;
    }

    /// <summary>One of <see cref="DncErrorCodes"/>: <c>unavailable</c> where the node stops or the connection broke, <c>unauthenticated</c> or <c>forbidden</c>
    /// where the key is no longer let in.</summary>
    public string Code { get; }

    /// <summary>What happened and what to do about it, for people.</summary>
    public string? Detail { get; }

    /// <summary>How many questions had no answer when it ended; each of them failed with this.</summary>
    public int Unanswered { get; }
}
