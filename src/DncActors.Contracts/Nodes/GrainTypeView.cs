namespace DncActors.Contracts.Nodes;

/// <summary>The grains of one type on a node.</summary>
/// <param name="Activations">Those that are in memory.</param>
/// <param name="Requests">How many calls they have taken since the node started.</param>
/// <param name="RequestsPerSecond">The same in the last ten to twenty seconds.</param>
[GenerateSerializer, Immutable, Alias("dnc.GrainTypeView")]
public sealed record GrainTypeView(string Name, int Activations, long Requests, double RequestsPerSecond);
