namespace DncActors.Client.Errors;

/// <summary>The codes of problem details: the last part of their <c>type</c>, <c>urn:dnc:error:&lt;code&gt;</c>. Stable.</summary>
public static class DncErrorCodes
{
    /// <summary>What comes before the code in a problem's <c>type</c>.</summary>
    public const string TypePrefix = "urn:dnc:error:";

    /// <summary>400: the request cannot be read or a field is wrong; <c>errors</c> names the fields.</summary>
    public const string Validation = "validation";

    /// <summary>401: no key, or one that is not known (any more).</summary>
    public const string Unauthenticated = "unauthenticated";

    /// <summary>403: the key, or the person it acts for, lacks the permission.</summary>
    public const string Forbidden = "forbidden";

    /// <summary>404: there is no such thing in this organization.</summary>
    public const string NotFound = "not-found";

    /// <summary>409: a stale version, an id that is taken, or an idempotency key used again for something else.</summary>
    public const string Conflict = "conflict";

    /// <summary>413: the body or the batch is larger than the limit.</summary>
    public const string TooLarge = "too-large";

    /// <summary>422: a rule of the workflow says no; <c>detail</c> says which.</summary>
    public const string Unprocessable = "unprocessable";

    /// <summary>429: too many requests; wait for <c>Retry-After</c>.</summary>
    public const string RateLimited = "rate-limited";

    /// <summary>503: no sure answer now. For a change it means "unknown": repeat it with the same idempotency key.</summary>
    public const string Unavailable = "unavailable";

    /// <summary>Every code of the contract.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Validation, Unauthenticated, Forbidden, NotFound, Conflict, TooLarge, Unprocessable, RateLimited, Unavailable];

    /// <summary>The <c>type</c> of a problem with this code.</summary>
    public static string TypeOf(string code) => TypePrefix + code;

    /// <summary>The code in a problem's <c>type</c>; null when it is not one of ours.</summary>
    public static string? CodeOf(string? type) =>
        type is not null && type.StartsWith(TypePrefix, StringComparison.Ordinal) && type.Length > TypePrefix.Length ? type[TypePrefix.Length..] : null;
}
