using System.Collections.Immutable;
using System.Text.Json;
using DncActors.Client.ContactChecks;
using DncActors.Contracts.Access;
using DncActors.Contracts.ContactChecks;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Registry;
using DncActors.Gateway.Admission;
using DncActors.Gateway.Errors;
using DncActors.Gateway.Requests;
using Microsoft.AspNetCore.Http;

namespace DncActors.Gateway.ContactChecks;

/// <summary>A batch answered with whole verdicts.</summary>
sealed class DetailedBatch(IContactChecks checks, PointChecks points, RateLimits limits, CheckInstruments instruments)
{
    /// <summary>Null when it has been answered.</summary>
    internal async Task<Problem?> AnswerAsync(HttpContext context, CallerAccess caller, ReadOnlyMemory<byte> body)
    {
        var read = StrictJson.Read<BatchCheckRequest>(body);
        if (!read.Ok) return Problem.Of(read.Refusal);
        if (Math.Max(read.Value.Phones?.Count ?? 0, read.Value.Emails?.Count ?? 0) > BatchLimits.MaximumWithDetail)
            return BatchCheck.TooMany(BatchLimits.MaximumWithDetail);
        var question = BatchQuestion.Read(read.Value, caller.Region);
        if (!question.Ok) return Problem.Of(question.Refusal);
        var asked = question.Value;
        if (limits.TakeChecks(caller, asked.Typed.Count) is { } limited) return limited;
        var contactPoints = asked.Typed
            .Select(ContactPoint? (t) => ContactPointReader.TryRead(asked.Kind, t, asked.Region, out var point, out _) ? point : null).ToArray();
        var verdicts = new CheckVerdict[contactPoints.Length];
        var result = asked.Kind == ContactPointKind.Email
            ? await checks.CheckEmailsAsync(caller.Organization, contactPoints.Select(p => p?.Value).ToArray(), verdicts)
            : await checks.CheckPhonesAsync(
                caller.Organization, contactPoints.Select(p => p is { } phone ? PointChecks.NumberOf(phone) : 0).ToArray(), asked.Channel, verdicts);
        instruments.Checked(caller.Organization, VerdictCounts.Of(result, verdicts), asked.Channel, CheckTransport.Batch);
        if (result.Verdict == CheckVerdict.Unsure) return PointChecks.Unsure;
        var reasons = await Task.WhenAll(contactPoints.Zip(verdicts, (point, verdict) => ReasonsAsync(point, verdict).AsTask()));
        await WriteAsync(context, asked, result, [.. asked.Typed.Select((typed, i) => (contactPoints[i]?.Value ?? typed, verdicts[i], reasons[i]))]);
        return null;

        ValueTask<ImmutableArray<VerdictReason>> ReasonsAsync(ContactPoint? point, CheckVerdict verdict) =>
            verdict == CheckVerdict.Blocked && point is { } blocked
            ? points.ExplainAsync(caller.Organization, blocked, asked.Channel, result.AsOf, context.RequestAborted)
            : new([]);
    }

    static async Task WriteAsync(
        HttpContext context, BatchQuestion asked, CheckResult result, IReadOnlyList<(
            string Point, CheckVerdict Verdict, ImmutableArray<VerdictReason> Reasons)> verdicts)
    {
        VerdictJson.SetHeaders(context.Response);
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter, VerdictJson.WriterOptions);
        json.WriteStartObject();
        VerdictWriter.WriteUpTo(json, result.AsOf, result.NowMilliseconds);
        json.WriteNumber("allowed"u8, verdicts.Count(v => v.Verdict == CheckVerdict.Allowed));
        json.WriteNumber("blocked"u8, verdicts.Count(v => v.Verdict == CheckVerdict.Blocked));
        json.WriteNumber("invalid"u8, verdicts.Count(v => v.Verdict == CheckVerdict.Invalid));
        json.WriteStartArray("verdicts"u8);
        foreach (var (point, verdict, reasons) in verdicts)
            VerdictWriter.Write(json, point, asked.Channel, verdict, reasons, result.AsOf, result.NowMilliseconds);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
