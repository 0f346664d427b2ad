using System.Collections.Immutable;
using DncActors.Contracts.Access;
using Orleans.Concurrency;

namespace DncActors.Grains.Access;

/// <summary>Tells gateways who calls, by this node's memory and lease.</summary>
[StatelessWorker, Reentrant]
sealed class AccessGrain(IAccessDirectory directory) : Grain, IAccessGrain
{
    public async Task<ImmutableArray<AccessAnswer>> ResolveAsync(ImmutableArray<AccessAsked> asked)
    {
        var answers = ImmutableArray.CreateBuilder<AccessAnswer>(asked.Length);
        foreach (var (keyHash, actingUserId) in asked) answers.Add(await directory.ResolveAsync(keyHash.AsMemory(), actingUserId));
        return answers.MoveToImmutable();
    }
}
