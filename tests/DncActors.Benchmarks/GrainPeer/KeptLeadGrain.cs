using System.Globalization;
using DncActors.Benchmarks.Peer;

namespace DncActors.Benchmarks.GrainPeer;

/// <summary>The usual way with Orleans: change the state, write it, answer. Nobody else hears of it in order, and no list can be asked across leads.</summary>
sealed class KeptLeadGrain([PersistentState("lead", GrainPeerServer.Storage)] IPersistentState<KeptLead> lead) : Grain, IKeptLeadGrain
{
    const string Dead = "dnc";
    const int ContactPoints = 3;
    const int AllChannels = 7;

    public async Task<Guid> ExecuteAsync(Guid commit, string action, string actor, DateTimeOffset at)
    {
        var state = lead.State;
        if (state.Executions.Exists(e => e.Id == commit)) return commit;
        // The lead's three contact points, and one entry more for each from its dead status: the same rows as the others write.
        for (var i = 0; i < 2 * ContactPoints; i++)
        {
            var value = string.Create(CultureInfo.InvariantCulture, $"{this.GetPrimaryKeyString()}-{i % ContactPoints}");
            state.Entries.Add(new(GrainPeerServer.Ids.Next(at), value, AllChannels, PeerAction.Reason, actor, at));
        }
        state.Executions.Add(new(commit, action, actor, at, state.Status, Dead));
        state.Status = Dead;
        await lead.WriteStateAsync();
        return commit;
    }
}
