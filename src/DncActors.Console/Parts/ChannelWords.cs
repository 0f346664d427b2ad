using DncActors.Client.ContactPoints;

namespace DncActors.Console.Parts;

/// <summary>Channels as people call them.</summary>
static class ChannelWords
{
    internal static string Of(string channel) => channel switch
    {
        ChannelNames.Call => "Calls",
        ChannelNames.Sms => "Texts",
        ChannelNames.Email => "Emails",
        _ => channel,
    };

    /// <summary>"calls, texts and emails".</summary>
    internal static string Sentence(IEnumerable<string> channels)
    {
        var words = ChannelNames.All.Where(channels.Contains).Select(channel => Of(channel).ToLowerInvariant()).ToArray();
        return words.Length switch { 0 => "no channel", 1 => words[0], _ => $"{string.Join(", ", words[..^1])} and {words[^1]}" };
    }
}
