using System.Buffers;
using System.Collections.Immutable;
using DncActors.Client.ContactChecks;
using DncActors.Contracts.Access;
using DncActors.Contracts.ContactChecks;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Outcomes;
using DncActors.Gateway.Access;
using DncActors.Gateway.Admission;
using DncActors.Gateway.Errors;
using DncActors.Gateway.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace DncActors.Gateway.ContactChecks;

/// <summary>Many verdicts in one go.</summary>
sealed class BatchCheck(
    IContactChecks checks,
    DetailedBatch detailed,
    RateLimits limits,
    AdmissionLines lines,
    CheckInstruments instruments,
    IOptions<DncGatewayOptions> options)
{
    internal static readonly QueryParameter<bool?> Detail = Parameters.Flag(
        "detail", $"Whole verdicts with their reasons, for at most {BatchLimits.MaximumWithDetail} contact points. Default: false, a word for each.");

    internal static IReadOnlyList<QueryParameter> Query { get; } = [Detail];

    internal async Task PostAsync(HttpContext context)
    {
        var caller = context.GetCaller();
        // Before the body, which may be large: only so many are in memory at a time.
        using var place = await lines.EnterAsync(Load.Batch, caller.Organization, context.RequestAborted);
        await (place.IsRefused ? lines.Overloaded(Load.Batch).ExecuteAsync(context) : AnswerAsync(context, caller));
    }

    async Task AnswerAsync(HttpContext context, CallerAccess caller)
    {
        var query = QueryValues.Read(context.Request.QueryString, Query);
        using var body = await BodyBuffer.ReadAsync(context, options.Value.MaxBatchBytes, options.Value.BodyTimeout);
        var problem = (body.Length > 0 ? JsonBody.CheckType(context.Request) : null) ?? (query.Ok ? null : Problem.Of(query.Refusal));
        problem ??= query.Value!.Get(Detail) == true
            ? await detailed.AnswerAsync(context, caller, body.Bytes)
            : await AnswerAsync(context, caller, body.Bytes);
        if (problem is not null) await problem.ExecuteAsync(context);
    }

    internal static Problem TooMany(int most) => new(
        ProblemKinds.TooLarge,
        $"A batch has at most {most} contact points{(most < BatchLimits.Maximum ? " with detail=true" : "")}: send them in parts.",
        "batch.too-large");

    /// <summary>Null when it has been answered.</summary>
    async Task<Problem?> AnswerAsync(HttpContext context, CallerAccess caller, ReadOnlyMemory<byte> body)
    {
        if (!BatchHead.TryRead(body.Span, out var head)) return WhatIsWrong(body, caller.Region);
        var errors = ImmutableArray.CreateBuilder<FieldError>();
        CheckQuestion.ReadChannel(ChannelWords.Words.Of(head.Channel), head.Emails ? Channels.Email : Channels.Phone, errors);
        var region = CheckQuestion.ReadRegion(head.Region, caller.Region, errors);
        if (errors.Count > 0) return Problem.Of(Refusal.Validation(errors.ToImmutable()));
        var list = body[head.ListAt..];
        return head.Emails
            ? await AnswerEmailsAsync(context, caller, list, body)
            : await AnswerPhonesAsync(context, caller, list, body, region, head.Channel);
    }

    async Task<Problem?> AnswerPhonesAsync(
        HttpContext context, CallerAccess caller, ReadOnlyMemory<byte> list, ReadOnlyMemory<byte> body, string region, Channels channel)
    {
        if (BatchPhones.Read(list.Span, region, out var count) is not { } numbers) return WhatIsWrong(body, caller.Region);
        var verdicts = ArrayPool<CheckVerdict>.Shared.Rent(Math.Max(count, 1));
        try
        {
            if (count > BatchLimits.Maximum) return TooMany(BatchLimits.Maximum);
            if (limits.TakeChecks(caller, count) is { } limited) return limited;
            var result = await checks.CheckPhonesAsync(caller.Organization, numbers.AsMemory(0, count), channel, verdicts.AsMemory(0, count));
            instruments.Checked(caller.Organization, VerdictCounts.Of(result, verdicts.AsSpan(0, count)), channel, CheckTransport.Batch);
            return await SayAsync(context, result, verdicts.AsMemory(0, count));
        }
        finally
        {
            ArrayPool<ulong>.Shared.Return(numbers);
            ArrayPool<CheckVerdict>.Shared.Return(verdicts);
        }
    }

    async Task<Problem?> AnswerEmailsAsync(HttpContext context, CallerAccess caller, ReadOnlyMemory<byte> list, ReadOnlyMemory<byte> body)
    {
        if (BatchEmails.Read(list.Span) is not { } emails) return WhatIsWrong(body, caller.Region);
        if (emails.Count > BatchLimits.Maximum) return TooMany(BatchLimits.Maximum);
        if (limits.TakeChecks(caller, emails.Count) is { } limited) return limited;
        var verdicts = new CheckVerdict[emails.Count];
        var result = await checks.CheckEmailsAsync(caller.Organization, emails.ToArray(), verdicts);
        instruments.Checked(caller.Organization, VerdictCounts.Of(result, verdicts), Channels.Email, CheckTransport.Batch);
        return await SayAsync(context, result, verdicts);
    }

    static async Task<Problem?> SayAsync(HttpContext context, CheckResult result, ReadOnlyMemory<CheckVerdict> verdicts)
    {
        // The verdict of the whole batch says only whether the others mean anything.
        if (result.Verdict == CheckVerdict.Unsure) return PointChecks.Unsure;
        await BatchAnswer.WriteAsync(context, result, verdicts);
        return null;
    }

    static Problem WhatIsWrong(ReadOnlyMemory<byte> body, string region)
    {
        var read = StrictJson.Read<BatchCheckRequest>(body);
        if (!read.Ok) return Problem.Of(read.Refusal);
        var question = BatchQuestion.Read(read.Value, region);
        return question.Ok
            ? Problem.Of("", "The batch cannot be read: write {\"channel\":\"call\",\"phones\":[\"+12025550123\"]}.")
            : Problem.Of(question.Refusal);
    }
}
