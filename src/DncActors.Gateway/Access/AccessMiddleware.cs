using DncActors.Client;
using DncActors.Contracts.Access;
using DncActors.Domain.Organizations;
using DncActors.Gateway.Audit;
using DncActors.Gateway.ContactChecks;
using DncActors.Gateway.Errors;
using DncActors.Gateway.Organizations;
using DncActors.Gateway.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DncActors.Gateway.Access;

/// <summary>Lets in who has what the endpoint needs. In a node all of it is in memory, and a call that is let in waits for nothing.</summary>
sealed class AccessMiddleware(
    RequestDelegate next,
    IAccessDirectory directory,
    KeyHashes hashes,
    PageKeys pages,
    AccessInstruments instruments,
    OrganizationInstruments organizations,
    AccessLog log,
    ChecksAhead? ahead = null)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint() is not { } endpoint) return next(context);
        if (endpoint.Metadata.GetMetadata<Need>() is not { } need) return Undeclared(context, endpoint);
        if (need.Anonymous) return next(context);
        if (need.IsPage) pages.Take(context);
        if (hashes.Find(context.Request.Headers.Authorization) is not { } key)
        {
            instruments.NoKey();
            log.NoKey();
            return Unauthenticated(need, "Send the header 'Authorization: Bearer <api key>', once.").ExecuteAsync(context);
        }
        string? actingUser = null;
        if (context.Request.Headers.TryGetValue(DncHeaders.ActingUser, out var sent))
        {
            actingUser = sent.ToString();
            if (sent.Count != 1 || !PathIds.IsSane(actingUser)) return Problem.Of(DncHeaders.ActingUser, NoUserId(actingUser)).ExecuteAsync(context);
        }
        var resolving = ahead is not null && ahead.TryRead(context, endpoint, key, out var check)
            ? ahead.AskAsync(context, key, actingUser, check)
            : directory.ResolveAsync(key.Hash, actingUser);
        return resolving.IsCompletedSuccessfully
            ? GoOn(context, need, resolving.Result, key, actingUser)
            : AwaitAsync(context, need, resolving, key, actingUser);
    }

    /// <summary>
    /// Mapped behind the start's check: a path of the API stays shut. What lies elsewhere (pages of a console, say) is not of this API, and what is no route is
    /// the routing's own refusal: a method that does not go with the path.
    /// </summary>
    Task Undeclared(HttpContext context, Endpoint endpoint) =>
        endpoint is RouteEndpoint && Declarations.IsOfApi(context.Request.Path.Value)
        ? throw new InvalidOperationException($"{endpoint.DisplayName} does not declare what a caller needs.")
        : next(context);

    async Task AwaitAsync(HttpContext context, Need need, ValueTask<AccessAnswer> resolving, SentKey key, string? actingUser) =>
        await GoOn(context, need, await resolving, key, actingUser);

    Task GoOn(HttpContext context, Need need, in AccessAnswer answer, SentKey key, string? actingUser)
    {
        if (answer.Access is not { } access)
        {
            instruments.Denied(answer.Denial);
            log.Denied(answer, key.Hash);
            var denied = Denied(answer.Denial, actingUser);
            return (denied.Kind == ProblemKinds.Unauthenticated ? Unauthenticated(need, denied.Detail) : denied).ExecuteAsync(context);
        }
        if (!key.IsAsKept(access))
            hashes.Keep(context.Request.Headers.Authorization, new(key.Hash, access.Organization, access.Region));
        organizations.Asked(access.Organization, access.KeyId);
        if (!need.IsMetBy(access.Permissions)) return Lacks(need, access).ExecuteAsync(context);
        if (need.OfDefault && access.Organization != Organization.Default) return OfOther().ExecuteAsync(context);
        context.Features.Set(access);
        return next(context);
    }

    internal static Problem Denied(AccessDenial denial, string? actingUser) => denial switch
    {
        AccessDenial.MayNotActForUsers => new(
            ProblemKinds.Forbidden,
            $"This key may not name the person it acts for: leave {DncHeaders.ActingUser} away, or use a key made with actsForUsers.",
            "key.may-not-act-for-users"),
        AccessDenial.UnknownUser =>
            new(ProblemKinds.Forbidden, $"There is no user '{Quote.Of(actingUser)}' to act for in this organization.", "acting-user.unknown"),
        AccessDenial.NotReady => new(ProblemKinds.Unavailable, "This node does not know the keys yet. Try again, or ask another node.", "not-ready"),
        _ => new(ProblemKinds.Unauthenticated, "This key is not known, was revoked, or has expired."),
    };

    internal static Problem Lacks(Need need, CallerAccess access) => new(
        ProblemKinds.Forbidden,
        $"This needs the permission {need}. "
            + (access.UserId is null ? "The key's role does not grant it." : "The key and the person it acts for must both have it."),
        "permission.missing");

    /// <summary>A browser asks for the key where it is told that it may be sent as a password.</summary>
    static Problem Unauthenticated(Need need, string detail) =>
        new(ProblemKinds.Unauthenticated, detail) { Challenge = need.IsPage ? PageKeys.Challenge : Problem.Bearer };

    static Problem OfOther() => new(
        ProblemKinds.Forbidden,
        $"This shows the whole installation: only administrators of the organization '{Organization.Default}' see it.",
        "organization.default-only");

    static string NoUserId(string? text) => $"'{Quote.Of(text)}' is not a user id: write 1 to {PathIds.MaxLength} characters without spaces, once.";
}
