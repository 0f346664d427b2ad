using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using DncActors.Domain.ContactPoints;

namespace DncActors.Domain.Leads;

/// <summary>What the audit keeps of a lead before and after a change, as JSON in the words of the HTTP contract.</summary>
static class LeadJson
{
    // Read by programs and people, never put into a page as it is: a plus sign stays a plus sign.
    static readonly JsonWriterOptions _options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    static readonly Channels[] _channelSets = [.. Enumerable.Range(0, (int)Channels.All + 1).Select(set => (Channels)set)];

    // Whoever puts a lead on the list, or takes it off, tells two of these few.
    static readonly string[] _flagged = [.. _channelSets.Select(flagged => Write(json => WriteChannels(json, "flagged", flagged)))];
    static readonly string[][] _flaggedAndAsked = [.. _channelSets.Select(flagged => _channelSets.Select(asked => Write(json =>
    {
        WriteChannels(json, "flagged", flagged);
        WriteChannels(json, "channels", asked);
    })).ToArray())];

    /// <summary>The whole lead.</summary>
    public static string Of(Lead lead) => Write(json =>
    {
        json.WriteString("id", lead.Id);
        json.WriteString("recordType", lead.RecordType);
        json.WriteString("workflowId", lead.At.WorkflowId);
        json.WriteString("statusId", lead.At.StatusId);
        WriteName(json, lead);
        WriteContactPoints(json, lead);
        WriteStrings(json, "userGroups", lead.UserGroups);
        WriteAttributes(json, lead);
    });

    /// <summary>What a patch changed, as it was and as it is.</summary>
    public static (string Before, string After) Changed(Lead before, Lead after)
    {
        var parts = new List<Action<Utf8JsonWriter, Lead>>();
        if (before.Name != after.Name) parts.Add(WriteName);
        if (!before.ContactPoints.SequenceEqual(after.ContactPoints)) parts.Add(WriteContactPoints);
        if (!before.UserGroups.SequenceEqual(after.UserGroups)) parts.Add((json, lead) => WriteStrings(json, "userGroups", lead.UserGroups));
        if (before.Attributes != after.Attributes) parts.Add(WriteAttributes);
        return (Parts(before), Parts(after));

        string Parts(Lead lead) => Write(json => parts.ForEach(write => write(json, lead)));
    }

    /// <summary>The channels for which executions flag the lead.</summary>
    public static string Flagged(ImmutableArray<LeadFlag> flags, DateTimeOffset now) => _flagged[(int)InForce(flags, now)];

    /// <summary>The same, with what an execution has just asked for: its channels, those that no contact point of the lead has included.</summary>
    public static string Flagged(ImmutableArray<LeadFlag> flags, Channels asked, DateTimeOffset now) =>
        _flaggedAndAsked[(int)InForce(flags, now)][(int)(asked & Channels.All)];

    /// <summary>A count, for changes of many leads or entries at once.</summary>
    public static string Count(string what, int count) => Write(json => json.WriteNumber(what, count));

    static Channels InForce(ImmutableArray<LeadFlag> flags, DateTimeOffset now)
    {
        var sum = Channels.None;
        foreach (var flag in flags)
        {
            if (flag.InForce(now)) sum |= flag.Channels;
        }
        // A later version may have kept channels that this one does not know.
        return sum & Channels.All;
    }

    static void WriteName(Utf8JsonWriter json, Lead lead) => json.WriteString("name", lead.Name);

    static void WriteContactPoints(Utf8JsonWriter json, Lead lead)
    {
        json.WriteStartArray("contactPoints");
        foreach (var point in lead.ContactPoints)
        {
            json.WriteStartObject();
            json.WriteString("kind", point.Point.Kind == ContactPointKind.Phone ? "phone" : "email");
            json.WriteString("contactPoint", point.Point.Value);
            json.WriteString("value", point.Typed);
            json.WriteString("label", point.Label);
            json.WriteBoolean("primary", point.Primary);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    static void WriteAttributes(Utf8JsonWriter json, Lead lead)
    {
        json.WritePropertyName("attributes");
        json.WriteRawValue(lead.Attributes, skipInputValidation: true);
    }

    static void WriteStrings(Utf8JsonWriter json, string name, ImmutableArray<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }

    static void WriteChannels(Utf8JsonWriter json, string name, Channels channels) => WriteStrings(json, name, ChannelText.Names(channels));

    static string Write(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, _options))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
