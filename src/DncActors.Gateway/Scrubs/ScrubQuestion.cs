using System.Collections.Immutable;
using DncActors.Client.ContactPoints;
using DncActors.Client.Scrubs;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Outcomes;
using DncActors.Gateway.ContactChecks;
using DncActors.Gateway.Requests;

namespace DncActors.Gateway.Scrubs;

/// <summary>What is asked of every line.</summary>
sealed record ScrubQuestion(Channels Channel, string Region, CsvAsked Csv)
{
    internal bool AreEmails => Channel == Channels.Email;

    /// <summary>How the field or the column of the contact point is called.</summary>
    internal string Field => AreEmails ? ContactPointKindNames.Email : ContactPointKindNames.Phone;

    internal static Outcome<ScrubQuestion> Read(QueryValues query, string region)
    {
        var errors = ImmutableArray.CreateBuilder<FieldError>();
        var asked = new ScrubQuestion(
            query.Get(ScrubParameters.Channel) ?? Channels.Call,
            CheckQuestion.ReadRegion(query.Get(ScrubParameters.Region), region, errors),
            new CsvAsked
            {
                Column = query.Get(ScrubParameters.Column),
                Delimiter = query.Get(ScrubParameters.Delimiter),
                HasHeader = query.Get(ScrubParameters.Header) switch { HeaderWord.True => true, HeaderWord.False => false, _ => null },
            });
        return errors.Count == 0 ? asked : Refusal.Validation(errors.ToImmutable());
    }
}
