using System.Text.Json;
using System.Text.Json.Serialization;

namespace DncActors.Benchmarks.Peer;

/// <summary>A lead's body, as the ledger writes it.</summary>
sealed record PeerLead(PeerLead.Point[]? ContactPoints, string[]? UserGroups, JsonElement[]? Flags, long StatusSince, string StatusBy)
{
    internal sealed record Point(
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] short Kind,
        string Value,
        string? Typed,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Label,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Primary)
    {
        [JsonIgnore]
        public short Channels => Kind == 0 ? (short)3 : (short)4;
    }
}
