using System.Collections.Immutable;
using System.Globalization;
using DncActors.Client.ContactChecks;
using DncActors.Contracts.Access;
using DncActors.Contracts.ContactChecks;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Outcomes;
using DncActors.Gateway.Access;
using DncActors.Gateway.Errors;
using DncActors.Gateway.Requests;
using Grpc.Core;
using V1 = DncActors.Client.Protos.Dnc.V1;

namespace DncActors.Gateway.ContactChecks.Rpc;

/// <summary>"May I contact this now?" by gRPC: the questions are read, judged and refused by what reads, judges and refuses those by HTTP.</summary>
sealed class ContactCheckRpc(IContactChecks checks, PointChecks points, CheckInstruments instruments, RpcBatch batch, CheckStream stream)
{
    internal async Task<V1.Verdict> Check(V1.CheckRequest request, ServerCallContext context)
    {
        var caller = context.GetHttpContext().GetCaller();
        var question = CheckQuestion.Read(ToModel(request), caller.Region);
        if (!question.Ok) throw RpcProblem.ToException(Problem.Of(Rename(question.Refusal, request.AskedCase)));
        var (point, leadId, channel) = question.Value;
        return leadId is not null
            ? await LeadAsync(caller, leadId, channel, context.CancellationToken)
            : await PointAsync(caller, point!.Value, channel, context.CancellationToken);
    }

    internal Task<V1.CheckBatchReply> CheckBatch(V1.CheckBatchRequest request, ServerCallContext context) =>
        batch.AnswerAsync(request, context.GetHttpContext().GetCaller(), context.CancellationToken);

    internal Task CheckStream(
        IAsyncStreamReader<V1.StreamQuestions> requestStream, IServerStreamWriter<V1.StreamAnswers> responseStream, ServerCallContext context) =>
        stream.RunAsync(requestStream, responseStream, context);

    async Task<V1.Verdict> PointAsync(CallerAccess caller, ContactPoint point, Channels channel, CancellationToken cancellation)
    {
        var result = await points.CheckAsync(caller.Organization, point, channel);
        instruments.Checked(caller.Organization, result.Verdict, channel, CheckTransport.Grpc);
        if (result.Verdict == CheckVerdict.Unsure) throw Unsure();
        var reasons = result.Verdict == CheckVerdict.Blocked
            ? await points.ExplainAsync(caller.Organization, point, channel, result.AsOf, cancellation)
            : [];
        return RpcVerdicts.Of(point.Value, channel, result.Verdict, reasons, result.AsOf, result.NowMilliseconds);
    }

    async Task<V1.Verdict> LeadAsync(CallerAccess caller, string leadId, Channels channel, CancellationToken cancellation)
    {
        var verdict = await checks.CheckLeadAsync(caller.Organization, leadId, channel, cancellation);
        if (verdict is null) throw RpcProblem.ToException(Problem.Of(Refusal.NotFound("lead", Quote.Of(leadId))));
        instruments.Checked(caller.Organization, VerdictCounts.Of(verdict), channel, CheckTransport.Grpc);
        if (verdict.Verdict == CheckVerdict.Unsure) throw Unsure();
        return RpcVerdicts.Of(verdict, channel, await LeadVerdictAnswer.ExplainAsync(points, caller.Organization, verdict, channel, cancellation));
    }

    RpcException Unsure()
    {
        instruments.FailedClosed(CheckTransport.Grpc);
        return RpcProblem.ToException(PointChecks.Unsure);
    }

    static ContactCheckRequest ToModel(V1.CheckRequest request) => new()
    {
        Phone = request.AskedCase switch
        {
            V1.CheckRequest.AskedOneofCase.Phone => request.Phone,
            V1.CheckRequest.AskedOneofCase.E164 => string.Create(CultureInfo.InvariantCulture, $"+{request.E164}"),
            _ => null,
        },
        Email = request.HasEmail ? request.Email : null,
        LeadId = request.HasLeadId ? request.LeadId : null,
        Channel = RpcWords.WordOf(request.Channel),
        Region = RpcWords.RegionOf(request.Region),
    };

    /// <summary>The fields' names as they are in the message.</summary>
    static Refusal Rename(Refusal refusal, V1.CheckRequest.AskedOneofCase asked) => refusal with
    {
        Errors = refusal.Errors.Select(e => e with
        {
            Field = e.Field switch
            {
                "leadId" => "lead_id",
                "phone" when asked == V1.CheckRequest.AskedOneofCase.E164 => "e164",
                "phone" when asked == V1.CheckRequest.AskedOneofCase.None => "asked",
                var field => field,
            },
        }).ToImmutableArray(),
    };
}
