using System.Collections.Immutable;
using DncActors.Client.ContactChecks;
using DncActors.Contracts.Access;
using DncActors.Contracts.ContactChecks;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Outcomes;
using DncActors.Gateway.Admission;
using DncActors.Gateway.Errors;
using V1 = DncActors.Client.Protos.Dnc.V1;

namespace DncActors.Gateway.ContactChecks.Rpc;

/// <summary>Many verdicts in one go.</summary>
sealed class RpcBatch(IContactChecks checks, RateLimits limits, AdmissionLines lines, CheckInstruments instruments)
{
    internal async Task<V1.CheckBatchReply> AnswerAsync(V1.CheckBatchRequest request, CallerAccess caller, CancellationToken cancellation)
    {
        using var place = await lines.EnterAsync(Load.Batch, caller.Organization, cancellation);
        return place.IsRefused ? throw RpcProblem.ToException(lines.Overloaded(Load.Batch)) : await AnswerAsync(request, caller);
    }

    async Task<V1.CheckBatchReply> AnswerAsync(V1.CheckBatchRequest request, CallerAccess caller)
    {
        var (field, count) = request.Phones.Count > 0 ? ("phones", request.Phones.Count)
            : request.E164S.Count > 0 ? ("e164s", request.E164S.Count)
            : ("emails", request.Emails.Count);
        if (count > BatchLimits.Maximum) throw RpcProblem.ToException(TooMany(field, count));
        var errors = ImmutableArray.CreateBuilder<FieldError>();
        if (count == 0 || count != request.Phones.Count + request.E164S.Count + request.Emails.Count)
            errors.Add(new FieldError("phones", "Write phones, e164s or emails, and only one of them."));
        var isEmail = request.Phones.Count + request.E164S.Count == 0;
        var channel = CheckQuestion.ReadChannel(RpcWords.WordOf(request.Channel), isEmail ? Channels.Email : Channels.Phone, errors);
        var region = CheckQuestion.ReadRegion(RpcWords.RegionOf(request.Region), caller.Region, errors);
        if (errors.Count > 0) throw RpcProblem.ToException(Problem.Of(Refusal.Validation(errors.ToImmutable())));

        if (limits.TakeChecks(caller, count) is { } limited) throw RpcProblem.ToException(limited);

        var verdicts = new CheckVerdict[count];
        var result = isEmail
            ? await checks.CheckEmailsAsync(caller.Organization, ReadEmails(request), verdicts)
            : await checks.CheckPhonesAsync(caller.Organization, ReadPhones(request, region), channel, verdicts);
        instruments.Checked(caller.Organization, VerdictCounts.Of(result, verdicts), channel, CheckTransport.Grpc);
        // The verdict of the whole batch says only whether the others mean anything.
        if (result.Verdict != CheckVerdict.Unsure) return Tell(result, verdicts);
        instruments.FailedClosed(CheckTransport.Grpc);
        throw RpcProblem.ToException(PointChecks.Unsure);
    }

    static Problem TooMany(string field, int count) => new(
        ProblemKinds.TooLarge,
        $"{field}: there are {count}, and a batch has at most {BatchLimits.Maximum} contact points: send them in parts.",
        "batch.too-large");

    static ulong[] ReadPhones(V1.CheckBatchRequest request, string region)
    {
        var numbers = new ulong[request.Phones.Count + request.E164S.Count];
        var at = 0;
        foreach (var phone in request.Phones) numbers[at++] = PhoneReader.TryReadNumber(phone, region, out var number, out _) ? number : 0;
        foreach (var sent in request.E164S) numbers[at++] = RpcWords.TryReadNumber(sent, out var number) ? number : 0;
        return numbers;
    }

    static string?[] ReadEmails(V1.CheckBatchRequest request) =>
        [.. request.Emails.Select(email => EmailReader.TryRead(email, out var point, out _) ? point.Value : null)];

    static V1.CheckBatchReply Tell(CheckResult result, CheckVerdict[] verdicts)
    {
        var reply = new V1.CheckBatchReply
        {
            CheckedAt = RpcVerdicts.TimeOf(result.NowMilliseconds),
            AsOf = result.AsOf,
            Allowed = (uint)verdicts.AsSpan().Count(CheckVerdict.Allowed),
            Blocked = (uint)verdicts.AsSpan().Count(CheckVerdict.Blocked),
            Invalid = (uint)verdicts.AsSpan().Count(CheckVerdict.Invalid),
        };
        reply.Verdicts.Capacity = verdicts.Length;
        foreach (var verdict in verdicts) reply.Verdicts.Add(RpcWords.Of(verdict));
        return reply;
    }
}
