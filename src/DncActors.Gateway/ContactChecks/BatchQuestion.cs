using System.Collections.Immutable;
using DncActors.Client.ContactChecks;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Outcomes;

namespace DncActors.Gateway.ContactChecks;

/// <summary>What a batch asks, read from its model.</summary>
/// <param name="Typed">The contact points as they came.</param>
readonly record struct BatchQuestion(ContactPointKind Kind, Channels Channel, string Region, IReadOnlyList<string> Typed)
{
    internal static Outcome<BatchQuestion> Read(BatchCheckRequest request, string region)
    {
        var errors = ImmutableArray.CreateBuilder<FieldError>();
        if ((request.Phones is null) == (request.Emails is null))
            errors.Add(new FieldError("phones", "Write phones or emails, and only one of them, as a list."));
        var isEmail = request.Phones is null && request.Emails is not null;
        var channel = CheckQuestion.ReadChannel(request.Channel, isEmail ? Channels.Email : Channels.Phone, errors);
        region = CheckQuestion.ReadRegion(request.Region, region, errors);
        var typed = request.Phones ?? request.Emails ?? [];
        for (var i = 0; i < typed.Count; i++)
        {
            if (typed[i] is null) errors.Add(new FieldError($"{(isEmail ? "emails" : "phones")}[{i}]", "'null' is not read here: write text, in quotes."));
        }
        return errors.Count == 0
            ? new BatchQuestion(isEmail ? ContactPointKind.Email : ContactPointKind.Phone, channel, region, typed!)
            : Refusal.Validation(errors.ToImmutable());
    }
}
