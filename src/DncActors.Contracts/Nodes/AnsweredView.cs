namespace DncActors.Contracts.Nodes;

/// <summary>What a node answered, to its own clients and to those of gateways.</summary>
/// <param name="Total">Since its process started.</param>
/// <param name="Lately">What of it was answered in the last so many seconds.</param>
/// <param name="Seconds">More than nothing.</param>
[GenerateSerializer, Immutable, Alias("dnc.AnsweredView")]
public sealed record AnsweredView(Answered Total, Answered Lately, double Seconds);
