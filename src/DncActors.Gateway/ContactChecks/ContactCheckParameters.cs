using DncActors.Client.ContactChecks;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Outcomes;
using DncActors.Gateway.Requests;
using Microsoft.AspNetCore.Http;

namespace DncActors.Gateway.ContactChecks;

/// <summary>The query parameters of a contact check, read as the body of one would be.</summary>
static class ContactCheckParameters
{
    static readonly QueryParameter<string?> Phone = Parameters.Text("phone", "A phone in any usual form; write the + of an international one as %2B.");
    static readonly QueryParameter<string?> Email = Parameters.Text("email", "An email.");
    static readonly QueryParameter<string?> LeadId = Parameters.Id("leadId", "A lead, of which every contact point of the channel is checked.");
    static readonly QueryParameter<string?> Region = Parameters.Text(
        "region", "The two-letter region in which a national phone is read. Default: the organization's.");

    static readonly QueryParameter<string?> Channel = Parameters.Text("channel", "Required: call or sms for a phone, email for an email.");

    internal static IReadOnlyList<QueryParameter> All { get; } = [Phone, Email, LeadId, Channel, Region];

    internal static Outcome<ContactCheckRequest> Read(HttpContext context, in ContactCheckQuery query)
    {
        if (query.Channel != Channels.None)
        {
            return new ContactCheckRequest
            {
                Phone = TextOf(query.Phone),
                Email = TextOf(query.Email),
                LeadId = TextOf(query.LeadId),
                Region = TextOf(query.Region),
                Channel = ChannelWords.Words.Of(query.Channel),
            };
        }
        var read = QueryValues.Read(context.Request.QueryString, All);
        if (!read.Ok) return read.Refusal;
        var values = read.Value;
        return new ContactCheckRequest
        {
            Phone = values.Get(Phone),
            Email = values.Get(Email),
            LeadId = values.Get(LeadId),
            Region = values.Get(Region),
            Channel = values.Get(Channel),
        };
    }

    static string? TextOf(ReadOnlySpan<char> value) => value.IsEmpty ? null : value.ToString();
}
