using DncActors.Contracts.Access;
using Microsoft.AspNetCore.Http;

namespace DncActors.Gateway.Access;

/// <summary>Who calls.</summary>
public static class CallerExtensions
{
    /// <summary>Who calls, as the access middleware found out. Their organization is the only one that the request may touch.</summary>
    /// <exception cref="InvalidOperationException">The endpoint needs no key, or declares nothing.</exception>
    public static CallerAccess GetCaller(this HttpContext context) =>
        context.Features.Get<CallerAccess>() ?? throw new InvalidOperationException(
            "Nobody was authenticated here: the endpoint does not declare what it needs.");
}
