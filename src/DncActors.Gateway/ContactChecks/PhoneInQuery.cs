using DncActors.Domain.ContactPoints;

namespace DncActors.Gateway.ContactChecks;

/// <summary>The usual check: a phone and a channel, and nothing else.</summary>
static class PhoneInQuery
{
    /// <summary>False where it is not the usual one, or the phone cannot be read: then it is read the general way, which says what is wrong.</summary>
    /// <param name="query">With its question mark, as it came.</param>
    /// <param name="region">For a national number.</param>
    internal static bool TryRead(ReadOnlySpan<char> query, string region, out ulong number, out Channels channel)
    {
        number = 0;
        channel = Channels.None;
        Span<char> buffer = stackalloc char[ContactCheckQuery.BufferLength];
        if (!ContactCheckQuery.TryRead(query, buffer, out var read)
            || read is not { Phone.IsEmpty: false, Email.IsEmpty: true, LeadId.IsEmpty: true, Region.IsEmpty: true, Channel: Channels.Call or Channels.Sms })
        {
            return false;
        }
        channel = read.Channel;
        return PhoneReader.TryReadNumber(read.Phone, region, out number, out _);
    }
}
