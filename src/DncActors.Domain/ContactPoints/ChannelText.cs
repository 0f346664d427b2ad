using System.Collections.Immutable;

namespace DncActors.Domain.ContactPoints;

/// <summary>Channels as people and programs read them.</summary>
public static class ChannelText
{
    /// <summary>Every channel, one by one.</summary>
    public static readonly ImmutableArray<Channels> Each = [Channels.Call, Channels.Sms, Channels.Email];

    /// <summary>The names of the contract: <c>call</c>, <c>sms</c>, <c>email</c>, in that order.</summary>
    public static ImmutableArray<string> Names(Channels channels) => [.. Each.Where(c => channels.HasFlag(c)).Select(Name)];

    /// <summary>For a sentence: <c>call, sms</c>.</summary>
    public static string List(Channels channels) => string.Join(", ", Names(channels));

    static string Name(Channels channel) => channel switch
    {
        Channels.Call => "call",
        Channels.Sms => "sms",
        _ => "email",
    };
}
