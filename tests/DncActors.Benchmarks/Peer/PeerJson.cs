using System.Text.Json.Serialization;

namespace DncActors.Benchmarks.Peer;

/// <summary>The generated readers and writers of what the peer keeps.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(PeerExecution))]
[JsonSerializable(typeof(PeerLead))]
sealed partial class PeerJson : JsonSerializerContext;
