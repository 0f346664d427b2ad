using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DncActors.Benchmarks.Peer;

/// <summary>The generated readers and writers of what the peer keeps.</summary>
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(PeerExecution))]
[JsonSerializable(typeof(PeerLead))]
sealed partial class PeerJson : JsonSerializerContext
{
    /// <summary>As the ledger writes it: a plus sign stays a plus sign.</summary>
    public static PeerJson Relaxed { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
