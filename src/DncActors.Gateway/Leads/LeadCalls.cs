using DncActors.Contracts.Leads;
using Microsoft.Extensions.Options;

namespace DncActors.Gateway.Leads;

/// <summary>
/// Asks a lead's grain and, where that gives no answer in time, does the same here: a silo that hangs is not given up for seconds, and whoever said "do not
/// contact me" must not wait for that.
/// </summary>
/// <param name="standIns">Null in a gateway, which has no leads.</param>
sealed class LeadCalls(IGrainFactory grains, IOptions<DncGatewayOptions> options, TimeProvider time, ILeadStandIns? standIns = null)
{
    /// <summary>Any lead's grain. Asked by the interface alone, Orleans reads its attributes each time, which takes 7 µs.</summary>
    GrainReference? _any;

    internal async Task<T> AskAsync<T>(string key, Func<ILeadTurns, Task<T>> ask)
    {
        var own = ask(new GrainTurns(GrainOf(key)));
        if (standIns is null || options.Value.LeadPatience is not { } patience || await AnsweredAsync(own, patience)) return await own;
        var standIn = ask(standIns.Of(key));
        var first = await Task.WhenAny(own, standIn);
        return await (first.IsCompletedSuccessfully ? first : first == own ? standIn : own);
    }

    ILeadGrain GrainOf(string key)
    {
        if (_any is { } any) return (ILeadGrain)grains.GetGrain(GrainId.Create(any.GrainId.Type, key), any.InterfaceType);
        var grain = grains.GetGrain<ILeadGrain>(key);
        _any = grain as GrainReference;
        return grain;
    }

    /// <summary>Not by a silo that just went: the stand-in need not wait until the others know.</summary>
    async Task<bool> AnsweredAsync(Task own, TimeSpan patience)
    {
        await own.WaitAsync(patience, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return own.IsCompleted && own.Exception?.InnerException is not OrleansException;
    }
}
