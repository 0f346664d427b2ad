using DncActors.Contracts.Access;
using DncActors.Domain.Identity;
using DncActors.Domain.Leads;
using DncActors.Domain.Ledger;
using DncActors.Domain.Registry;
using DncActors.Domain.Reports;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Request = DncActors.Domain.Ledger.Request;

namespace DncActors.Gateway.Requests;

/// <summary>One request whose caller is known and whose path, query and body have been read.</summary>
sealed class Call(HttpContext http, CallerAccess access, QueryValues query, Func<byte[]> canonicalBody)
{
    internal HttpContext Http => http;

    internal CallerAccess Access => access;

    internal QueryValues Query => query;

    internal CancellationToken Cancellation => http.RequestAborted;

    /// <summary>The version that the caller saw, of <c>If-Match</c>; null where they do not care.</summary>
    internal long? IfMatch { get; init; }

    internal DateTimeOffset Now => Ask<TimeProvider>().GetUtcNow();

    /// <summary>Whether it asked the store for what may tell of a block: its answer waits until every node knows what was read.</summary>
    internal bool HasReadTheRecord { get; private set; }

    internal T Ask<T>()
        where T : notnull
    {
        HasReadTheRecord |= typeof(T) == typeof(ILeadStore) || typeof(T) == typeof(IEntryStore) || typeof(T) == typeof(IReportStore)
            || typeof(T) == typeof(IChangeLog);
        return http.RequestServices.GetRequiredService<T>();
    }

    /// <summary>An id in the path.</summary>
    internal string Id(string name) => (string)http.Request.RouteValues[name]!;

    /// <summary>
    /// Who asks for a change, under which id. The subject is what an idempotency key is unique for: the path, or a lead, so that two actions on it under one
    /// key are a conflict.
    /// </summary>
    internal Request ToRequest(string? subject = null) => ToRequest(subject, canonicalBody());

    /// <summary>
    /// The same, but for what the body says: where it holds a password, a fast hash of it would be the way to find it out. Who takes such a request judges by
    /// itself whether a repeat says the same.
    /// </summary>
    internal Request ToRequestBesidesItsBody() => ToRequest(null, []);

    Request ToRequest(string? subject, byte[] body)
    {
        var key = IdempotencyKey.Of(http).Value;
        var path = http.Request.Path.Value!;
        return new Request(
            access.Organization,
            access.Actor,
            access.UserId,
            access.KeyId,
            StableId.Of(access.Organization, subject ?? $"{http.Request.Method} {path}", key),
            Fingerprints.Of(http.Request.Method, path, http.Request.QueryString.Value ?? "", access.Actor, IfMatch, body));
    }

    /// <summary>Who asks, where nothing is to change: rules ask for persons in the form in which changes name them.</summary>
    internal Request ToRequestOfReader() => new(access.Organization, access.Actor, access.UserId, access.KeyId, Guid.Empty, Guid.Empty);
}
