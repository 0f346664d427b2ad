using DncActors.Client.Errors;
using Microsoft.AspNetCore.Http;

namespace DncActors.Console.Session;

/// <summary>Lets nobody see a page who is not signed in: they are shown the door to come in by, and brought back to where they wanted to go.</summary>
sealed class SessionGate(RequestDelegate next, KnownSessions sessions)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var path = context.Request.Path;
        if (ConsolePaths.IsOpen(path))
        {
            await next(context);
            return;
        }
        if (SessionCookie.Read(context) is not { } key)
        {
            Refuse(context);
            return;
        }
        try
        {
            if (await sessions.FindAsync(key, context.RequestAborted) is not { } me)
            {
                SessionCookie.Remove(context);
                Refuse(context);
                return;
            }
            context.User = SessionClaims.Of(key, me);
        }
        catch (DncException)
        {
            // The API cannot say now: the page opens and says so itself, where it can be tried again. What the key may do is the API's to decide, call by call.
            context.User = SessionClaims.Of(key, null);
        }
        await next(context);
    }

    static void Refuse(HttpContext context)
    {
        if (!HttpMethods.IsGet(context.Request.Method) || context.Request.Path.StartsWithSegments("/_blazor"))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        var wanted = context.Request.Path + context.Request.QueryString;
        context.Response.Redirect(wanted == "/" ? ConsolePaths.SignIn : ConsolePaths.SignIn + QueryString.Create("to", wanted));
    }
}
