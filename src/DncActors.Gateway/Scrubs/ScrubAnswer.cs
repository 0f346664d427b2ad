using System.Text.Json;
using DncActors.Contracts.ContactChecks;
using DncActors.Domain.Audit;
using DncActors.Gateway.Access;
using DncActors.Gateway.Admission;
using DncActors.Gateway.Audit;
using DncActors.Gateway.ContactChecks;
using DncActors.Gateway.Errors;
using DncActors.Gateway.Events;
using DncActors.Gateway.Imports;
using DncActors.Gateway.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace DncActors.Gateway.Scrubs;

/// <summary>
/// Every line with its verdict, chunk by chunk while they come. A chunk that is there is checked anew: whether its key is still let in, then under the lease.
/// When either says no the connection is cut, unless nothing was sent yet.
/// </summary>
sealed class ScrubAnswer(Call call, ScrubQuestion question, ScrubLines lines) : IResult
{
    readonly ScrubCounts _counts = new();
    bool _isWhole;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var slots = call.Ask<StreamSlots>();
        if (!slots.TryTake(call.Access.Organization, call.Access.KeyId))
        {
            await slots.TooMany.ExecuteAsync(httpContext);
            return;
        }
        try
        {
            await AnswerAsync(httpContext);
        }
        catch (ScrubEndedException ended)
        {
            if (httpContext.Response.HasStarted) Cut(httpContext, ended.Why);
            else await ended.Why.ExecuteAsync(httpContext);
        }
        finally
        {
            call.Ask<AccessLog>().Told(call, AccessKind.FileScrubbed, _counts.Lines, _isWhole);
            slots.GiveBack(call.Access.Organization, call.Access.KeyId);
        }
    }

    void Cut(HttpContext context, Problem why)
    {
        if (why.Kind == ProblemKinds.Unavailable) call.Ask<CheckInstruments>().FailedClosed(CheckTransport.Scrub);
        context.Abort();
    }

    async Task AnswerAsync(HttpContext context)
    {
        var patience = call.Ask<IOptions<DncGatewayOptions>>().Value.StreamTimeout;
        var time = call.Ask<TimeProvider>();
        using var arriving = new StreamedBody(context.Request.BodyReader, patience, time, context.RequestAborted);
        using var output = new ScrubOutput(context, patience, time);
        await using var body = new ScrubBody(arriving, lines, question.AreEmails);
        var isStarted = false;
        await foreach (var chunk in body.ChunksAsync())
        {
            await CheckAsync(context, chunk);
            if (!isStarted) await output.StartAsync(lines.ContentType);
            isStarted = true;
            await WriteAsync(chunk, output);
            body.GiveBack(chunk);
        }
        if (!isStarted)
        {
            // No line at all: the lease is asked all the same, for the sequence that the summary names.
            using var nothing = new ScrubChunk(question.AreEmails);
            nothing.Begin([]);
            await CheckAsync(context, nothing);
            await output.StartAsync(lines.ContentType);
        }
        await EndAsync(output);
    }

    async ValueTask CheckAsync(HttpContext context, ScrubChunk chunk)
    {
        // Before the lease is asked: what is said holds for the moment behind the waiting.
        await call.Ask<RateLimits>().WaitForChecksAsync(call.Access, chunk.Judged, context.RequestAborted);
        if (await call.Ask<AccessRecheck>().WhyNotAsync(context) is { } problem) throw new ScrubEndedException(problem);
        var (checks, organization) = (call.Ask<IContactChecks>(), call.Access.Organization);
        var whole = chunk.AreEmails
            ? await checks.CheckEmailsAsync(organization, chunk.Emails, chunk.Verdicts)
            : await checks.CheckPhonesAsync(organization, chunk.Numbers, question.Channel, chunk.Verdicts);
        call.Ask<CheckInstruments>().Checked(organization, VerdictCounts.Of(whole, chunk.Verdicts.Span), question.Channel, CheckTransport.Scrub);
        if (whole.Verdict == CheckVerdict.Unsure) throw new ScrubEndedException(PointChecks.Unsure);
        _counts.UpTo(whole.AsOf);
    }

    async ValueTask WriteAsync(ScrubChunk chunk, ScrubOutput output)
    {
        var writing = new ScrubWriting(chunk, lines);
        while (!writing.IsDone) await output.SendAsync(writing.Next(output.Block()));
        _counts.Add(chunk.Verdicts.Span, writing.Broken);
    }

    async ValueTask EndAsync(ScrubOutput output)
    {
        var summary = JsonSerializer.SerializeToUtf8Bytes(_counts.ToModel(), JsonBody.TypeOf<Client.ContactChecks.ScrubSummaryModel>());
        if (lines.EndsWithSummary)
        {
            ReadOnlySpan<byte> line = [.. "{\"summary\":"u8, .. summary, .. "}\n"u8];
            line.CopyTo(output.Block());
            var length = line.Length;
            await output.SendAsync(length);
        }
        await output.EndAsync(System.Text.Encoding.ASCII.GetString(summary));
        _isWhole = true;
    }
}
