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
        routes.MapPost(ConsolePaths.SignOut, SignOut).WithMetadata(new RequireAntiforgeryTokenAttribute()).ExcludeFromDescription();

    static IResult SignOut(HttpContext context)
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: true }) return Results.BadRequest();
        SessionCookie.Remove(context);
        return Results.Redirect(ConsolePaths.SignIn);
    }
}
