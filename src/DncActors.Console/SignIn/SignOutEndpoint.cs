using DncActors.Console.Session;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DncActors.Console.SignIn;

static class SignOutEndpoint
{
    /// <summary>A form, held to its token: no other site signs anybody out.</summary>
    internal static void MapSignOut(this IEndpointRouteBuilder routes) =>
        routes.MapPost(ConsolePaths.SignOut, SignOutAsync).WithMetadata(new RequireAntiforgeryTokenAttribute()).ExcludeFromDescription();

    static async Task<IResult> SignOutAsync(HttpContext context, KnownSessions sessions)
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: true }) return Results.BadRequest();
        if (SessionCookie.Read(context) is { } key) await sessions.EndAsync(key, context.RequestAborted);
        SessionCookie.Remove(context);
        return Results.Redirect(ConsolePaths.SignIn);
    }
}
