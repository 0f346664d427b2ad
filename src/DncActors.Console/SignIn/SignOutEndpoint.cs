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

    static async Task<IResult> SignOutAsync(HttpContext context, IAntiforgery antiforgery)
    {
        if (!await antiforgery.IsRequestValidAsync(context)) return Results.BadRequest();
        SessionCookie.Remove(context);
        return Results.Redirect(ConsolePaths.SignIn);
    }
}
