using DncActors.Client.Errors;
using DncActors.Domain.Outcomes;

namespace DncActors.Gateway.Errors;

/// <summary>The one table of errors: from a refusal's code, or from a bare HTTP status, to what the client is told.</summary>
static class ProblemKinds
{
    internal static readonly ProblemKind Validation = new(400, DncErrorCodes.Validation, "The request cannot be understood.");
    internal static readonly ProblemKind Unauthenticated = new(401, DncErrorCodes.Unauthenticated, "Nobody is known by this key.");
    internal static readonly ProblemKind Forbidden = new(403, DncErrorCodes.Forbidden, "This is not permitted.");
    internal static readonly ProblemKind NotFound = new(404, DncErrorCodes.NotFound, "There is no such thing.");
    internal static readonly ProblemKind MethodNotAllowed = new(405, "method-not-allowed", "This method does not go with this path.");
    internal static readonly ProblemKind Timeout = new(408, "request-timeout", "The request took too long to arrive.");
    internal static readonly ProblemKind Conflict = new(409, DncErrorCodes.Conflict, "This conflicts with what is there.");
    internal static readonly ProblemKind TooLarge = new(413, DncErrorCodes.TooLarge, "The request is too large.");
    internal static readonly ProblemKind UnsupportedMediaType = new(415, "unsupported-media-type", "The body is of a kind that is not read here.");
    internal static readonly ProblemKind Unprocessable = new(422, DncErrorCodes.Unprocessable, "A rule says no.");
    internal static readonly ProblemKind RateLimited = new(429, DncErrorCodes.RateLimited, "There are too many requests.");
    internal static readonly ProblemKind Internal = new(500, "internal", "Something went wrong here.");
    internal static readonly ProblemKind Unavailable = new(503, DncErrorCodes.Unavailable, "There is no sure answer now.");

    internal static readonly IReadOnlyList<ProblemKind> All =
    [
        Validation, Unauthenticated, Forbidden, NotFound, MethodNotAllowed, Timeout, Conflict, TooLarge, UnsupportedMediaType, Unprocessable, RateLimited,
        Internal, Unavailable,
    ];

    internal static ProblemKind Of(RefusalCode code) => code switch
    {
        RefusalCode.Validation => Validation,
        RefusalCode.Forbidden => Forbidden,
        RefusalCode.NotFound => NotFound,
        RefusalCode.Conflict => Conflict,
        RefusalCode.Unprocessable => Unprocessable,
        RefusalCode.TooLarge => TooLarge,
        RefusalCode.Unavailable => Unavailable,
        RefusalCode.RateLimited => RateLimited,
        RefusalCode.Unauthenticated => Unauthenticated,
        _ => Internal,
    };

    /// <summary>What a status that the web server or the routing set by itself means; another 4xx is a request that cannot be understood.</summary>
    internal static ProblemKind Of(int status)
    {
        foreach (var kind in All)
        {
            if (kind.Status == status) return kind;
        }
        return status < 500 ? Validation with { Status = status } : Internal;
    }
}
