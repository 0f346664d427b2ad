using System.Collections.Immutable;
using System.Globalization;
using DncActors.Client.ContactPoints;
using DncActors.Contracts.ContactChecks;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Outcomes;
using DncActors.Gateway.Requests;
using V1 = DncActors.Client.Protos.Dnc.V1;

namespace DncActors.Gateway.ContactChecks.Rpc;

/// <summary>Channels and verdicts as gRPC has them, and what is wrong with a field of its messages.</summary>
static class RpcWords
{
    internal static V1.Channel Of(Channels channel) => channel switch
    {
        Channels.Call => V1.Channel.Call,
        Channels.Sms => V1.Channel.Sms,
        Channels.Email => V1.Channel.Email,
        _ => V1.Channel.Unspecified,
    };

    /// <summary>The zero of the one is "unsure", that of the other "nobody said": neither lets anybody be contacted.</summary>
    internal static V1.VerdictCode Of(CheckVerdict verdict) => verdict switch
    {
        CheckVerdict.Allowed => V1.VerdictCode.Allowed,
        CheckVerdict.Blocked => V1.VerdictCode.Blocked,
        CheckVerdict.Invalid => V1.VerdictCode.Invalid,
        _ => V1.VerdictCode.Unsure,
    };

    /// <summary>None where it is not one of those that fit.</summary>
    internal static Channels Read(V1.Channel sent, Channels fits)
    {
        var channel = sent switch
        {
            V1.Channel.Call => Channels.Call,
            V1.Channel.Sms => Channels.Sms,
            V1.Channel.Email => Channels.Email,
            _ => Channels.None,
        };
        return (channel & fits) == channel ? channel : Channels.None;
    }

    /// <summary>The word that the general reader understands, or refuses and quotes; null where no channel was sent.</summary>
    internal static string? WordOf(V1.Channel sent) => sent switch
    {
        V1.Channel.Unspecified => null,
        V1.Channel.Call => ChannelNames.Call,
        V1.Channel.Sms => ChannelNames.Sms,
        V1.Channel.Email => ChannelNames.Email,
        _ => ((int)sent).ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>What proto3 reads where nothing was written is no region.</summary>
    internal static string? RegionOf(string sent) => sent.Length == 0 ? null : sent;

    /// <summary>A number as what people would write; its country is in it.</summary>
    internal static bool TryReadNumber(ulong sent, out ulong number)
    {
        Span<byte> text = stackalloc byte[21];
        text[0] = (byte)'+';
        sent.TryFormat(text[1..], out var digits, default, CultureInfo.InvariantCulture);
        return PhoneReader.TryReadNumber(text[..(digits + 1)], "US", out number);
    }

    internal static void Wrong(ImmutableArray<FieldError>.Builder errors, string field, string sent, string what) =>
        errors.Add(new FieldError(field, $"'{Quote.Of(sent)}' {what}"));
}
