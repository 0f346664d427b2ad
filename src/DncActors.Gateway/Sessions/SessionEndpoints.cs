using DncActors.Client.People;
using DncActors.Contracts.Sessions;
using DncActors.Domain.Organizations;
using DncActors.Domain.Outcomes;
using DncActors.Domain.People;
using DncActors.Gateway.Access;
using DncActors.Gateway.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DncActors.Gateway.Sessions;

/// <summary>Signing in and out by a user's own password.</summary>
static class SessionEndpoints
{
    internal const string Feature = "Signing in";
    const string Path = "/v1/sessions";

    /// <summary>Nobody has to be known to send one.</summary>
    const int MaxBytes = 16 * 1024;

    internal static void MapSessions(this IEndpointRouteBuilder routes)
    {
        routes.MapOpenCall<CreateSessionRequest>(HttpMethods.Post, Path, OpenAsync, MaxBytes).NeedsNoKey()
            .Says(Feature, "Sign in",
                $"The answer shows an API key of the user's, this once: it ends by itself after {SessionRules.Lifetime.TotalHours} hours and may be "
                    + "revoked like any other. A wrong password, a user without one and an unknown user are the same 401, in the same time; after too many of "
                    + "them 429. A repeat signs in once more.")
            .Answers<SessionModel>(StatusCodes.Status201Created);
        routes.MapCall(HttpMethods.Delete, Path + "/current", CloseAsync).NeedsKey()
            .Says(Feature, "Sign out", "Ends the session whose key asks; when this is answered, every node refuses it. Another key: 422.")
            .Answers(StatusCodes.Status204NoContent, "Signed out.");
        routes.MapCall<SetPasswordRequest>(HttpMethods.Put, "/v1/users/{userId}/password", SetPasswordAsync).NeedsUnlessRepeated(Permissions.Admin)
            .Says(Feature, "Give a user a password",
                "Ends the user's sessions, but for the one that asks. Users without that permission may change their own, with currentPassword.")
            .Answers(StatusCodes.Status204NoContent, "Changed.");
    }

    static async Task<IResult> OpenAsync(HttpContext context, CreateSessionRequest body)
    {
        var draft = SessionMapping.Read(body);
        if (!draft.Ok) return Answers.Refused(draft.Refusal);
        var organization = body.OrganizationId ?? Organization.Default;
        var documents = context.RequestServices.GetRequiredService<IPublishedDocuments>();
        var isThere = PathIds.IsSane(organization) && await documents.FindAsync(organization) is not null;
        // All that are not there are one, or everybody could make grains without end.
        var grain = context.RequestServices.GetRequiredService<IGrainFactory>().GetGrain<ISignInGrain>(isThere ? organization : ISignInGrain.Nowhere);
        return Answers.Of(await grain.OpenAsync(draft.Value), made => Answers.Created("/v1/me", SessionMapping.ToModel(made)));
    }

    static async Task<IResult> CloseAsync(Call call) => call.Access.ExpiresAt is null
        ? Answers.Refused(Refusal.Unprocessable("session.none", "This key is of no session, and stays as it is: revoke it by DELETE /v1/api-keys and its id."))
        : Answers.Of(await call.Organization().RevokeKeyAsync(call.ToRequest(), call.Access.KeyId, null), _ => Answers.NoContent());

    static Task<IResult> SetPasswordAsync(Call call, SetPasswordRequest body) => Answers.DoAsync(
        SessionMapping.Read(body),
        draft => call.Ask<IGrainFactory>().GetGrain<ISignInGrain>(call.Access.Organization)
            .SetPasswordAsync(call.ToRequestBesidesItsBody(), call.Id("userId"), draft),
        _ => Answers.NoContent());
}
