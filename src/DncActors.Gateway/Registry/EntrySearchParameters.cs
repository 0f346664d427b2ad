using DncActors.Domain.ContactPoints;
using DncActors.Domain.Outcomes;
using DncActors.Domain.Registry;
using DncActors.Gateway.ContactChecks;
using DncActors.Gateway.Requests;

namespace DncActors.Gateway.Registry;

/// <summary>What entries can be searched by.</summary>
static class EntrySearchParameters
{
    static readonly QueryParameter<string?> Phone = Parameters.Text("phone", "Entries of this phone, in any usual form.");
    static readonly QueryParameter<string?> Email = Parameters.Text("email", "Entries of this email.");
    static readonly QueryParameter<EntrySource?> Source = Parameters.Word("source", "Entries that came to be this way.", EntryWords.Sources);
    static readonly QueryParameter<Channels?> Channel = Parameters.Word("channel", "Entries that block this channel.", ChannelWords.Words);
    static readonly QueryParameter<DateTimeOffset?> ActiveOn = Parameters.Time("activeOn", "Entries that were, or will be, in force at that time.");
    static readonly QueryParameter<string?> LeadId = Parameters.Id("leadId", "Entries that stem from this lead.");
    static readonly QueryParameter<Guid?> ImportId = Parameters.Guid("importId", "Entries that came with this import.");

    internal static IReadOnlyList<QueryParameter> All { get; } = [Phone, Email, Source, Channel, ActiveOn, LeadId, ImportId];

    internal static Outcome<EntryQuery> Read(Call call)
    {
        var fields = new FieldReader();
        var (phone, email) = (call.Query.Get(Phone), call.Query.Get(Email));
        if (phone is not null && email is not null) fields.Wrong("phone", "Write phone or email, not both.");
        ContactPoint? point = null;
        if ((phone ?? email) is { } typed)
        {
            // An unescaped plus is a space by the time it is read here; nobody writes a phone with a space before it.
            if (phone is not null && typed[0] == ' ') typed = "+" + typed[1..];
            var kind = phone is null ? ContactPointKind.Email : ContactPointKind.Phone;
            if (ContactPointReader.TryRead(kind, typed, call.Access.Region, out var read, out var why)) point = read;
            else fields.Wrong(phone is null ? "email" : "phone", $"'{Quote.Of(typed)}': {why}.");
        }
        return fields.Make(new EntryQuery(
            point, call.Query.Get(Source), call.Query.Get(Channel), call.Query.Get(ActiveOn), call.Query.Get(LeadId), call.Query.Get(ImportId)));
    }
}
