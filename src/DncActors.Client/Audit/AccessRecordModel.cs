namespace DncActors.Client.Audit;

/// <summary>Who was told of the Do Not Contact list, or was not let in: all requests of one kind by one caller, in one way, within about a minute.</summary>
public sealed record AccessRecordModel
{
    public required string Id { get; init; }

    /// <summary>One of <see cref="AccessKindNames"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>
    /// The acting user, or <c>key:</c> and an id. Of strangers what little is known: <c>hash:</c> and the first 8 hex digits of the unknown key's SHA-256,
    /// <c>nobody</c> without a key, <c>others</c> for those who were too many to tell apart.
    /// </summary>
    public required string Actor { get; init; }

    /// <summary>The key that was used; null where it is nobody's.</summary>
    public string? KeyId { get; init; }

    /// <summary>
    /// Why a caller was not let in: <c>no_key</c>, <c>unknown_key</c>, <c>revoked_key</c>, <c>may_not_act_for_users</c>, <c>unknown_user</c>; <c>cut</c> for
    /// an export or a scrub that did not come to its end. Null for what went well.
    /// </summary>
    public string? Reason { get; init; }

    /// <summary>The names of the parameters that it was filtered by, in order; their values are not kept.</summary>
    public required IReadOnlyList<string> Filters { get; init; }

    /// <summary>The first of the requests.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The last of the requests.</summary>
    public required DateTimeOffset Last { get; init; }

    /// <summary>How many requests.</summary>
    public required long Requests { get; init; }

    /// <summary>How many entries were told, or lines answered, in all.</summary>
    public required long Items { get; init; }
}
