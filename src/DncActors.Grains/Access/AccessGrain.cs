using System.Collections.Immutable;
using DncActors.Contracts.Access;
using DncActors.Domain.People;
using DncActors.Grains.ContactChecks;
using Orleans.Concurrency;

namespace DncActors.Grains.Access;

/// <summary>Tells gateways who calls, and what they ask in the same call, by this node's memory and lease.</summary>
[StatelessWorker, Reentrant]
sealed class AccessGrain(IAccessDirectory directory, GatewayChecks checks) : Grain, IAccessGrain
{
    public async Task<ImmutableArray<AccessAnswer>> ResolveAsync(ImmutableArray<AccessAsked> asked)
    {
        var answers = ImmutableArray.CreateBuilder<AccessAnswer>(asked.Length);
        foreach (var (keyHash, actingUserId, check) in asked)
        {
            var answer = await directory.ResolveAsync(keyHash.AsMemory(), actingUserId);
            answers.Add(check is { } wanted && MayAsk(answer.Access, wanted.Organization) ? answer with { Check = await checks.AnswerAsync(wanted) } : answer);
        }
        return answers.MoveToImmutable();
    }

    /// <summary>The gateway guesses the organization from the last time that it saw the key; no caller learns of another's list by a wrong guess.</summary>
    static bool MayAsk(CallerAccess? access, string organization) =>
        access is not null && access.Organization == organization && access.Permissions.HasFlag(Permissions.ContactCheck);
}
