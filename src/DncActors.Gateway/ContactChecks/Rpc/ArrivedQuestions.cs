using System.Collections.Immutable;
using System.Globalization;
using DncActors.Contracts.Access;
using DncActors.Contracts.ContactChecks;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Outcomes;
using DncActors.Gateway.Errors;
using V1 = DncActors.Client.Protos.Dnc.V1;

namespace DncActors.Gateway.ContactChecks.Rpc;

/// <summary>The questions of a stream that have arrived and are not judged yet.</summary>
sealed class ArrivedQuestions
{
    /// <summary>The most in one message.</summary>
    internal const int MostInAMessage = 10_000;

    readonly string _region;
    readonly QuestionGroup<ulong> _calls;
    readonly QuestionGroup<ulong> _texts;
    readonly QuestionGroup<string?> _emails;
    V1.StreamAnswers _answers = new();

    internal ArrivedQuestions(IContactChecks checks, CheckInstruments instruments, CallerAccess caller)
    {
        var organization = caller.Organization;
        _region = caller.Region;
        _calls = Phones(Channels.Call);
        _texts = Phones(Channels.Sms);
        _emails = new(
            (emails, verdicts) => checks.CheckEmailsAsync(organization, emails, verdicts),
            email => email is null ? Unreadable : checks.CheckEmailAsync(organization, email),
            verdicts => instruments.Checked(organization, VerdictCounts.Of(verdicts), Channels.Email, CheckTransport.Grpc));

        QuestionGroup<ulong> Phones(Channels channel) => new(
            (numbers, verdicts) => checks.CheckPhonesAsync(organization, numbers, channel, verdicts),
            number => number == 0 ? Unreadable : checks.CheckPhoneAsync(organization, number, channel),
            verdicts => instruments.Checked(organization, VerdictCounts.Of(verdicts), channel, CheckTransport.Grpc));
    }

    internal int Count => _answers.Answers.Count;

    static ValueTask<CheckResult> Unreadable => new(new CheckResult(CheckVerdict.Invalid, long.MaxValue, long.MaxValue));

    /// <summary>Takes them up to the first that is no question; the problem says which and why, and null that there is none.</summary>
    internal Problem? Add(V1.StreamQuestions message)
    {
        var questions = message.Questions;
        if (questions.Count > MostInAMessage)
        {
            return new Problem(
                ProblemKinds.TooLarge,
                $"questions: there are {questions.Count}, and a message has at most {MostInAMessage}: send them in parts.",
                "stream.message-too-large");
        }
        for (var i = 0; i < questions.Count; i++)
        {
            if (!TryAdd(questions[i])) return WhatIsWrong(questions[i], i);
        }
        return null;
    }

    /// <summary>Judges what has arrived, now: whatever the node must be sure of is tested from here on.</summary>
    internal async ValueTask<V1.StreamAnswers> AnswerAsync()
    {
        var answers = _answers;
        _answers = new();
        var earliest = await _calls.AnswerAsync(answers, null);
        earliest = await _texts.AnswerAsync(answers, earliest);
        earliest = await _emails.AnswerAsync(answers, earliest);
        if (earliest is not { AsOf: < long.MaxValue } result) return answers;
        answers.AsOf = result.AsOf;
        answers.CheckedAt = RpcVerdicts.TimeOf(result.NowMilliseconds);
        return answers;
    }

    bool TryAdd(V1.StreamQuestion question)
    {
        var isEmail = question.AskedCase == V1.StreamQuestion.AskedOneofCase.Email;
        var channel = RpcWords.Read(question.Channel, isEmail ? Channels.Email : Channels.Phone);
        if (channel == Channels.None || question.AskedCase == V1.StreamQuestion.AskedOneofCase.None) return false;
        if (question.Region.Length > 0 && !Regions.IsKnown(question.Region)) return false;
        var place = Count;
        _answers.Answers.Add(new V1.StreamAnswer { Id = question.Id });
        if (isEmail) _emails.Add(EmailReader.TryRead(question.Email, out var email, out _) ? email.Value : null, place);
        else (channel == Channels.Call ? _calls : _texts).Add(NumberOf(question), place);
        return true;
    }

    ulong NumberOf(V1.StreamQuestion question)
    {
        if (question.HasE164) return RpcWords.TryReadNumber(question.E164, out var sent) ? sent : 0;
        var region = question.Region.Length > 0 ? question.Region : _region;
        return PhoneReader.TryReadNumber(question.Phone, region, out var number, out _) ? number : 0;
    }

    static Problem WhatIsWrong(V1.StreamQuestion question, int at)
    {
        var errors = ImmutableArray.CreateBuilder<FieldError>();
        var isEmail = question.AskedCase == V1.StreamQuestion.AskedOneofCase.Email;
        if (question.AskedCase == V1.StreamQuestion.AskedOneofCase.None) errors.Add(new FieldError("asked", "Write phone, e164 or email."));
        CheckQuestion.ReadChannel(RpcWords.WordOf(question.Channel), isEmail ? Channels.Email : Channels.Phone, errors);
        CheckQuestion.ReadRegion(RpcWords.RegionOf(question.Region), question.Region, errors);
        var prefix = string.Create(CultureInfo.InvariantCulture, $"questions[{at}] (id {question.Id}).");
        return Problem.Of(Refusal.Validation([.. errors.Select(e => e with { Field = prefix + e.Field })]));
    }
}
