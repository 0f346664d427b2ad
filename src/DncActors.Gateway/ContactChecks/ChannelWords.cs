using DncActors.Client.ContactPoints;
using DncActors.Domain.ContactPoints;
using DncActors.Gateway.Requests;

namespace DncActors.Gateway.ContactChecks;

/// <summary>Channels as they are on the wire.</summary>
static class ChannelWords
{
    internal static readonly Words<Channels> Words = new(
        (Channels.Call, ChannelNames.Call), (Channels.Sms, ChannelNames.Sms), (Channels.Email, ChannelNames.Email));

    static readonly IReadOnlyList<string>[] Lists = [.. Enumerable.Range(0, (int)Channels.All + 1).Select(set => ListOf((Channels)set))];

    /// <summary>The words of a set, in the contract's order.</summary>
    internal static IReadOnlyList<string> NamesOf(Channels channels) => Lists[(int)channels];

    static IReadOnlyList<string> ListOf(Channels set) =>
        [.. ((Channels[])[Channels.Call, Channels.Sms, Channels.Email]).Where(c => set.HasFlag(c)).Select(Words.Of)];
}
