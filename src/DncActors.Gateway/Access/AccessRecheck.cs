using DncActors.Client;
using DncActors.Contracts.Access;
using Microsoft.AspNetCore.Http;

namespace DncActors.Gateway.Access;

/// <summary>Asks again whether a request that goes on for long is still let in: a stream must not outlive the key that opened it.</summary>
sealed class AccessRecheck(IAccessDirectory directory, KeyHashes hashes)
{
    internal async ValueTask<bool> IsLetInAsync(HttpContext context)
    {
        if (hashes.Find(context.Request.Headers.Authorization, out _) is not { } hash) return false;
        var sent = context.Request.Headers[DncHeaders.ActingUser];
        var answer = await directory.ResolveAsync(hash, sent.Count == 0 ? null : sent.ToString());
        return answer.Access is { } access && context.GetEndpoint()?.Metadata.GetMetadata<Need>()?.IsMetBy(access.Permissions) == true;
    }
}
