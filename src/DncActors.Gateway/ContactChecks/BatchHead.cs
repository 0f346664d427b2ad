using System.Text.Json;
using DncActors.Domain.ContactPoints;

namespace DncActors.Gateway.ContactChecks;

/// <summary>What a batch's body says beside its contact points, and where those begin: found in one pass that reads no contact point.</summary>
/// <param name="Channel">None where it is missing or not a channel.</param>
/// <param name="Region">Null where it is not sent.</param>
/// <param name="ListAt">Where the list of phones or emails begins.</param>
readonly record struct BatchHead(Channels Channel, string? Region, bool Emails, int ListAt)
{
    /// <summary>False for everything but a plain batch: the general reader then says what is wrong.</summary>
    internal static bool TryRead(ReadOnlySpan<byte> utf8, out BatchHead head)
    {
        head = new BatchHead(Channels.None, null, false, -1);
        try
        {
            var json = new Utf8JsonReader(utf8);
            if (!json.Read() || json.TokenType != JsonTokenType.StartObject) return false;
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                if (!head.TryTake(ref json, out head)) return false;
            }
            return json.TokenType == JsonTokenType.EndObject && !json.Read() && head.ListAt >= 0 && head.Channel != Channels.None;
        }
        catch (JsonException)
        {
            return false;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair in a text.
            return false;
        }
    }

    bool TryTake(ref Utf8JsonReader json, out BatchHead head)
    {
        head = this;
        if (json.ValueTextEquals("channel"u8))
        {
            if (Channel != Channels.None || !json.Read() || json.TokenType != JsonTokenType.String) return false;
            head = this with { Channel = ChannelWords.Words.TryRead(json.GetString(), out var channel) ? channel : Channels.None };
            return head.Channel != Channels.None;
        }
        if (json.ValueTextEquals("region"u8))
        {
            if (Region is not null || !json.Read() || json.TokenType != JsonTokenType.String) return false;
            head = this with { Region = json.GetString() };
            return true;
        }
        var emails = json.ValueTextEquals("emails"u8);
        if ((!emails && !json.ValueTextEquals("phones"u8)) || ListAt >= 0 || !json.Read() || json.TokenType != JsonTokenType.StartArray) return false;
        head = this with { Emails = emails, ListAt = (int)json.TokenStartIndex };
        json.Skip();
        return true;
    }
}
