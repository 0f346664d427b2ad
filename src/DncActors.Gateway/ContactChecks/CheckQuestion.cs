using System.Collections.Immutable;
using DncActors.Client.ContactChecks;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Outcomes;
using DncActors.Gateway.Requests;

namespace DncActors.Gateway.ContactChecks;

/// <summary>What a single check asks: a contact point or a lead, and one channel.</summary>
/// <param name="Point">Null where a lead is asked for.</param>
/// <param name="LeadId">Null where a contact point is asked for.</param>
readonly record struct CheckQuestion(ContactPoint? Point, string? LeadId, Channels Channel)
{
    /// <param name="region">The organization's.</param>
    internal static Outcome<CheckQuestion> Read(ContactCheckRequest request, string region)
    {
        var errors = ImmutableArray.CreateBuilder<FieldError>();
        var asked = (request.Phone is null ? 0 : 1) + (request.Email is null ? 0 : 1) + (request.LeadId is null ? 0 : 1);
        if (asked != 1) errors.Add(new FieldError("phone", "Ask for one thing: write phone, email or leadId, and only one of them."));
        var fits = request.Phone is not null ? Channels.Phone : request.Email is not null ? Channels.Email : Channels.All;
        var channel = ReadChannel(request.Channel, fits, errors);
        region = ReadRegion(request.Region, region, errors);
        ContactPoint? point = null;
        if (request.Phone is { } phone)
        {
            if (PhoneReader.TryRead(phone, region, out var read, out var why)) point = read;
            else errors.Add(new FieldError("phone", $"'{Quote.Of(phone)}': {why}."));
        }
        else if (request.Email is { } email)
        {
            if (EmailReader.TryRead(email, out var read, out var why)) point = read;
            else errors.Add(new FieldError("email", $"'{Quote.Of(email)}': {why}."));
        }
        else if (request.LeadId is { } leadId && !PathIds.IsSane(leadId))
        {
            errors.Add(new FieldError("leadId", $"'{Quote.Of(leadId)}' is not a lead's id: write 1 to {PathIds.MaxLength} characters without spaces."));
        }
        return errors.Count == 0 ? new CheckQuestion(point, request.LeadId, channel) : Refusal.Validation(errors.ToImmutable());
    }

    /// <param name="fits">The channels that what is asked for can be reached by.</param>
    internal static Channels ReadChannel(string? word, Channels fits, ImmutableArray<FieldError>.Builder errors)
    {
        if (ChannelWords.Words.TryRead(word, out var channel) && fits.HasFlag(channel)) return channel;
        var write = string.Join(" or ", ChannelWords.NamesOf(fits));
        errors.Add(
            new FieldError("channel", word is null ? $"The channel is missing: write {write}." : $"'{Quote.Of(word)}' is no channel here: write {write}."));
        return Channels.None;
    }

    internal static string ReadRegion(string? word, string region, ImmutableArray<FieldError>.Builder errors)
    {
        if (word is null) return region;
        if (!Regions.IsKnown(word))
            errors.Add(new FieldError("region", $"'{Quote.Of(word)}' is no region: write its two letters of ISO 3166-1, such as US or GB."));
        return word;
    }
}
