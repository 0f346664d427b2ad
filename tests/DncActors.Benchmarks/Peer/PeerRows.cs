using System.Globalization;
using System.Text;
using System.Text.Json;

namespace DncActors.Benchmarks.Peer;

/// <summary>What an execution writes, made from the lead as it was read.</summary>
sealed class PeerRows
{
    const short OfAction = 0;
    const short OfStatus = 4;

    public PeerRows(PeerAction action, PeerRequest request, PeerLead lead)
    {
        var points = lead.ContactPoints ?? [];
        var at = request.At.UtcTicks;
        Ids = new Guid[2 * points.Length];
        (Kinds, Channels, Sources, Values) = (new short[Ids.Length], new short[Ids.Length], new short[Ids.Length], new string[Ids.Length]);
        Blocks = new long[points.Length, 3];
        for (var i = 0; i < Ids.Length; i++)
        {
            var point = points[i / 2];
            Ids[i] = EntryId(request.EntryIds, i);
            (Kinds[i], Channels[i], Sources[i], Values[i]) = (point.Kind, point.Channels, i % 2 == 0 ? OfAction : OfStatus, point.Value);
        }
        for (var i = 0; i < points.Length; i++)
        {
            for (var channel = 0; channel < 3; channel++) Blocks[i, channel] = (points[i].Channels & (1 << channel)) != 0 ? long.MaxValue : 0;
        }
        var flag = JsonElement.Parse(PeerAction.Flag(request.Id, request.Actor, at));
        Lead = JsonSerializer.Serialize(
            lead with { Flags = [.. lead.Flags ?? [], flag], StatusSince = at, StatusBy = request.Actor }, PeerJson.Relaxed.PeerLead);
        var groups = JsonSerializer.Serialize(lead.UserGroups ?? [], PeerJson.Relaxed.StringArray);
        Execution = $"{action.Execution(request.Note)},\"dncEntries\":[\"{string.Join("\",\"", Ids)}\"],\"userGroups\":{groups}}}";
        var change = action.Change(request.Id);
        var addition = PeerAction.Addition(request.Lead, request.Id, request.Actor, at);
        OnList = Change(change, addition, OfAction, groups);
        Moved = Change(change, addition, OfStatus, groups);
    }

    public string Lead { get; }

    public string Execution { get; }

    public string OnList { get; }

    public string Moved { get; }

    public Guid[] Ids { get; }

    public short[] Kinds { get; }

    public string[] Values { get; }

    public short[] Channels { get; }

    public short[] Sources { get; }

    public long[,] Blocks { get; }

    public static Guid EntryId(string prefix, int number) => Guid.ParseExact(prefix + number.ToString("x2", CultureInfo.InvariantCulture), "N");

    string Change(string change, string addition, short source, string groups)
    {
        var text = new StringBuilder(1_024).Append(change)
            .Append(CultureInfo.InvariantCulture, $",\"added\":[{{\"source\":{source}").Append(addition).Append(",\"entries\":[");
        for (var i = 0; i < Ids.Length; i++)
        {
            if (Sources[i] != source) continue;
            if (i > 1) text.Append(',');
            text.Append(CultureInfo.InvariantCulture, $"{{\"id\":\"{Ids[i]}\",\"kind\":{Kinds[i]},\"value\":")
                .Append(JsonSerializer.Serialize(Values[i], PeerJson.Relaxed.String))
                .Append(CultureInfo.InvariantCulture, $",\"channels\":{Channels[i]}}}");
        }
        return text.Append("]}],\"userGroups\":").Append(groups).Append('}').ToString();
    }
}
