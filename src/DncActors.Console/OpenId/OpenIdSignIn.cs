using DncActors.Console.Session;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace DncActors.Console.OpenId;

/// <summary>
/// Signing in by an identity provider: there, and back with its word for who it is. The handler is made for these two requests alone; as ASP.NET's
/// authentication it would stand in front of every contact check.
/// </summary>
sealed partial class OpenIdSignIn(
    ConsoleOptions console, IOptionsMonitor<OpenIdConnectOptions> options, IOpenIdSessions sessions, OpenIdNotices notices, ILogger<OpenIdSignIn> logger)
{
    OpenIdProvider Provider => console.OpenId ?? throw new InvalidOperationException("No identity provider is configured.");

    /// <summary>Sends the browser to the provider.</summary>
    internal async Task BeginAsync(HttpContext context)
    {
        var to = ConsolePaths.LocalOr(context.Request.Query["to"]);
        try
        {
            var handler = await HandlerAsync(context);
            await handler.ChallengeAsync(new AuthenticationProperties { RedirectUri = to });
        }
        catch (Exception fault) when (
            fault is InvalidOperationException or OpenIdConnectProtocolException or IOException or HttpRequestException or OperationCanceledException)
        {
            Refuse(context, new(OpenIdProblem.Provider, null, to), fault);
        }
    }

    /// <summary>The browser comes back from the provider.</summary>
    internal async Task EndAsync(HttpContext context)
    {
        var handler = await HandlerAsync(context);
        if (!await handler.HandleRequestAsync()) context.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    /// <summary>The token holds: whom it means is let in, or told why not.</summary>
    internal async Task OpenAsync(TicketReceivedContext ticket)
    {
        ticket.HandleResponse();
        var person = OpenIdPerson.Read(ticket.Principal!, Provider.Claim);
        if (person.Problem is { } unclear)
        {
            await sessions.RefuseAsync(unclear);
            Refuse(ticket.HttpContext, new(unclear, person.Login, ticket.ReturnUri));
            return;
        }
        var answer = await sessions.OpenAsync(person.Login!);
        if (answer.Key is not { } key)
        {
            Refuse(ticket.HttpContext, new(answer.Problem ?? OpenIdProblem.Unavailable, person.Login, ticket.ReturnUri));
            return;
        }
        SessionCookie.Write(ticket.HttpContext, key, console.SessionLength);
        ticket.Response.Redirect(ConsolePaths.LocalOr(ticket.ReturnUri));
    }

    /// <summary>Something did not hold.</summary>
    internal async Task FailAsync(RemoteFailureContext failure)
    {
        failure.HandleResponse();
        var problem = OpenIdFaults.Of(failure.Failure);
        await sessions.RefuseAsync(problem);
        Refuse(failure.HttpContext, new(problem, null, failure.Properties?.RedirectUri), failure.Failure);
    }

    /// <summary>Back to where one signs in, which says why, and still leads to where they wanted to go.</summary>
    void Refuse(HttpContext context, Refused refused, Exception? fault = null)
    {
        // What anybody can bring about, as often as they like, is on record but not in the log.
        if (refused.Problem is OpenIdProblem.Audience or OpenIdProblem.Nonce or OpenIdProblem.Token or OpenIdProblem.Nameless or OpenIdProblem.Provider)
            LogRefused(logger, refused.Problem, OpenIdFaults.ErrorOf(fault), fault?.GetType().Name ?? "none");
        notices.Leave(context, OpenIdWords.Of(refused.Problem, Provider, refused.Login));
        var to = ConsolePaths.LocalOr(refused.To);
        context.Response.Redirect(to == "/" ? ConsolePaths.SignIn : ConsolePaths.SignIn + QueryString.Create("to", to));
    }

    async Task<OpenIdHandler> HandlerAsync(HttpContext context)
    {
        var handler = new OpenIdHandler(options, Provider);
        await handler.InitializeAsync(new AuthenticationScheme(OpenIdExtensions.Scheme, null, typeof(OpenIdHandler)), context);
        return handler;
    }

    /// <param name="Login">What the provider calls them, where it says.</param>
    /// <param name="To">Where they wanted to go.</param>
    readonly record struct Refused(OpenIdProblem Problem, string? Login, string? To);

    [LoggerMessage(1, LogLevel.Warning, "Nobody was let in by the identity provider: {Problem}; its own word is {Error}, the fault {Fault}")]
    static partial void LogRefused(ILogger logger, OpenIdProblem problem, string error, string fault);
}
