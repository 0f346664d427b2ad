using DncActors.Client;
using DncActors.Contracts.Access;
using DncActors.Gateway.Errors;
using Microsoft.AspNetCore.Http;

namespace DncActors.Gateway.Access;

/// <summary>Asks again whether a request that goes on for long is still let in: a stream must not outlive the key that opened it.</summary>
sealed class AccessRecheck(IAccessDirectory directory, KeyHashes hashes)
{
    internal async ValueTask<bool> IsLetInAsync(HttpContext context) => await WhyNotAsync(context) is null;

    /// <summary>Null: it is.</summary>
    internal async ValueTask<Problem?> WhyNotAsync(HttpContext context)
    {
        if (hashes.Find(context.Request.Headers.Authorization) is not { } key) return AccessMiddleware.Denied(AccessDenial.UnknownKey, null);
        var sent = context.Request.Headers[DncHeaders.ActingUser];
        var actingUser = sent.Count == 0 ? null : sent.ToString();
        var answer = await directory.ResolveAsync(key.Hash, actingUser);
        if (answer.Access is not { } access) return AccessMiddleware.Denied(answer.Denial, actingUser);
        var need = context.GetEndpoint()!.Metadata.GetRequiredMetadata<Need>();
        return need.IsMetBy(access.Permissions) ? null : AccessMiddleware.Lacks(need, access);
    }
}
