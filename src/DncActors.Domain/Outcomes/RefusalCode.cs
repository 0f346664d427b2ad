namespace DncActors.Domain.Outcomes;

/// <summary>The kinds of "no", each with one HTTP status (api.md, Errors). The names are stable: they end up in <c>urn:dnc:error:…</c>.</summary>
public enum RefusalCode : byte
{
    /// <summary>400: the request itself is wrong, field by field.</summary>
    Validation = 0,

    /// <summary>403: a permission, or a role that a status or action asks for, is missing.</summary>
    Forbidden = 1,

    /// <summary>404: there is no such thing in this organization.</summary>
    NotFound = 2,

    /// <summary>409: another version than the caller saw, an id that is taken, or an idempotency key used for something else.</summary>
    Conflict = 3,

    /// <summary>422: well formed, but a rule of the workflow or the list says no.</summary>
    Unprocessable = 4,

    /// <summary>413: over a limit of size.</summary>
    TooLarge = 5,

    /// <summary>503: nobody can say now whether it was done; the same idempotency key may be sent again.</summary>
    Unavailable = 6,

    /// <summary>429: too often; <see cref="Refusal.RetryAfter"/> says when to come back.</summary>
    RateLimited = 7,

    /// <summary>401: who asks is not who they say.</summary>
    Unauthenticated = 8,
}
