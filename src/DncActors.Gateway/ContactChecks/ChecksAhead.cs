using DncActors.Contracts.Access;
using DncActors.Contracts.ContactChecks;
using DncActors.Gateway.Access;
using DncActors.Gateway.Admission;
using Microsoft.AspNetCore.Http;

namespace DncActors.Gateway.ContactChecks;

/// <summary>
/// Spares a gateway's checks the second call: the silo that is asked who calls is asked in the same call what they want to know. A number can only be read when
/// the organization's region is known, which is what is being asked: it is read by what the key's organization was last time, and what the silo said counts
/// only if it still is. Where keys have limits of checks their key is asked for first: what is refused by a limit was not checked, nor counted.
/// </summary>
sealed class ChecksAhead(SiloAccess silos, RateLimits limits)
{
    /// <summary>False where the request is not the usual one, a phone in the query, or its key is new here: then the key is asked for first.</summary>
    internal bool TryRead(HttpContext context, Endpoint endpoint, SentKey key, out CheckAsked check)
    {
        check = default;
        if (limits.LimitsChecks || key is not { Organization: { } organization, Region: { } region }
            || !HttpMethods.IsGet(context.Request.Method) || endpoint.Metadata.GetMetadata<AnswersChecks>() is null
            || !PhoneInQuery.TryRead(context.Request.QueryString.Value, region, out var number, out var channel))
        {
            return false;
        }
        check = new(organization, number, null, channel);
        return true;
    }

    internal async ValueTask<AccessAnswer> AskAsync(HttpContext context, SentKey key, string? actingUser, CheckAsked check)
    {
        var answer = await silos.ResolveAsync(key.Hash, actingUser, check);
        if (answer.Check is { } result) context.Features.Set(new CheckedAhead(key, check.Number, check.Channel, result));
        return answer;
    }

    /// <summary>What was answered ahead, if it is about this caller's organization as it is now.</summary>
    internal static CheckedAhead? Find(HttpContext context, CallerAccess caller) =>
        context.Features.Get<CheckedAhead>() is { } ahead && ahead.Key.IsAsKept(caller) ? ahead : null;
}
