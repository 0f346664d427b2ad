using DncActors.Grains;
using Orleans.Placement;

namespace DncActors.ClusterTests.Clustering;

/// <summary>Placed anywhere, so that some of a few are on each silo.</summary>
[RandomPlacement]
public sealed class NoteGrain(
    [PersistentState("note", GrainStorageNames.Dnc)] IPersistentState<NoteState> state, ILocalSiloDetails silo) : Grain, INoteGrain
{
    public Task<SiloAddress> WhereAsync() => Task.FromResult(silo.SiloAddress);

    public Task WriteAsync(string text)
    {
        state.State.Text = text;
        return state.WriteStateAsync();
    }

    public Task<string> ReadAsync() => Task.FromResult(state.State.Text);
}
