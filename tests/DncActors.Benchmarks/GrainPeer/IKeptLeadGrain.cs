namespace DncActors.Benchmarks.GrainPeer;

/// <summary>A lead as a grain that keeps all of itself in one row.</summary>
public interface IKeptLeadGrain : IGrainWithStringKey
{
    /// <summary>The execution's id; the same for a repeat, which writes nothing.</summary>
    Task<Guid> ExecuteAsync(Guid commit, string action, string actor, DateTimeOffset at);
}
