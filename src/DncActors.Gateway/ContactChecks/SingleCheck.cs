using DncActors.Client.ContactChecks;
using DncActors.Contracts.Access;
using DncActors.Contracts.ContactChecks;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Outcomes;
using DncActors.Gateway.Access;
using DncActors.Gateway.Errors;
using DncActors.Gateway.Requests;
using Microsoft.AspNetCore.Http;

namespace DncActors.Gateway.ContactChecks;

/// <summary>
/// One verdict. The usual call, a phone that is allowed, goes from the query string to the answer without waiting and without allocating; whatever is not usual
/// goes the general way.
/// </summary>
sealed class SingleCheck(IContactChecks checks, PointChecks points, CheckInstruments instruments, ChecksAhead? ahead = null)
{
    internal Task GetAsync(HttpContext context)
    {
        var caller = context.GetCaller();
        if (ahead is not null && ChecksAhead.Find(context, caller) is { } known)
            return AnswerPhone(context, caller, known.Number, known.Channel, new(known.Result));
        if (PhoneInQuery.TryRead(context.Request.QueryString.Value, caller.Region, out var number, out var channel))
            return AnswerPhone(context, caller, number, channel, checks.CheckPhoneAsync(caller.Organization, number, channel));
        Span<char> buffer = stackalloc char[ContactCheckQuery.BufferLength];
        _ = ContactCheckQuery.TryRead(context.Request.QueryString.Value, buffer, out var query);
        var read = ContactCheckParameters.Read(context, query);
        return read.Ok ? AnswerAsync(context, caller, read.Value) : Problem.Of(read.Refusal).ExecuteAsync(context);
    }

    /// <summary>A check that was asked for in any of the other ways.</summary>
    internal Task AnswerAsync(HttpContext context, CallerAccess caller, ContactCheckRequest request)
    {
        var question = CheckQuestion.Read(request, caller.Region);
        if (!question.Ok) return Problem.Of(question.Refusal).ExecuteAsync(context);
        var (point, leadId, channel) = question.Value;
        if (leadId is not null) return LeadAsync(context, caller, leadId, channel);
        return PointAsync(context, caller, point!.Value, channel, points.CheckAsync(caller.Organization, point.Value, channel));
    }

    Task AnswerPhone(HttpContext context, CallerAccess caller, ulong number, Channels channel, ValueTask<CheckResult> checking)
    {
        if (!checking.IsCompletedSuccessfully) return PointAsync(context, caller, PhoneOf(number), channel, checking);
        var result = checking.Result;
        if (result.Verdict != CheckVerdict.Allowed) return PointAsync(context, caller, PhoneOf(number), channel, new(result));
        instruments.Checked(caller.Organization, CheckVerdict.Allowed, channel, CheckTransport.Http);
        return VerdictJson.WriteAllowedAsync(context, number, channel, result);
    }

    async Task PointAsync(HttpContext context, CallerAccess caller, ContactPoint point, Channels channel, ValueTask<CheckResult> checking)
    {
        var result = await checking;
        instruments.Checked(caller.Organization, result.Verdict, channel, CheckTransport.Http);
        if (result.Verdict == CheckVerdict.Unsure)
        {
            await PointChecks.Unsure.ExecuteAsync(context);
            return;
        }
        var reasons = result.Verdict == CheckVerdict.Blocked
            ? await points.ExplainAsync(caller.Organization, point, channel, result.AsOf, context.RequestAborted)
            : [];
        await VerdictJson.WriteAsync(context, point.Value, channel, result, reasons);
    }

    async Task LeadAsync(HttpContext context, CallerAccess caller, string leadId, Channels channel)
    {
        var verdict = await checks.CheckLeadAsync(caller.Organization, leadId, channel, context.RequestAborted);
        if (verdict is not null) instruments.Checked(caller.Organization, VerdictCounts.Of(verdict), channel, CheckTransport.Http);
        if (verdict is null) await Problem.Of(Refusal.NotFound("lead", Quote.Of(leadId))).ExecuteAsync(context);
        else if (verdict.Verdict == CheckVerdict.Unsure) await PointChecks.Unsure.ExecuteAsync(context);
        else await LeadVerdictAnswer.WriteAsync(context, points, caller.Organization, verdict, channel);
    }

    static ContactPoint PhoneOf(ulong number) => new(ContactPointKind.Phone, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"+{number}"));
}
