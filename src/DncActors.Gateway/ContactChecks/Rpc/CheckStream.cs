using DncActors.Contracts.ContactChecks;
using DncActors.Gateway.Access;
using DncActors.Gateway.Admission;
using DncActors.Gateway.Errors;
using DncActors.Gateway.Events;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using V1 = DncActors.Client.Protos.Dnc.V1;

namespace DncActors.Gateway.ContactChecks.Rpc;

/// <summary>
/// Answers questions for as long as a stream is open. What lies there when it is read is judged together and answered in one message; while an answer cannot
/// be written, no more than one message is read, so that a client that does not read its answers is held back by the connection.
/// </summary>
sealed class CheckStream(
    IContactChecks checks,
    AccessRecheck recheck,
    StreamSlots slots,
    RateLimits limits,
    CheckInstruments instruments,
    IOptions<DncGatewayOptions> options,
    TimeProvider time,
    IHostApplicationLifetime lifetime)
{
    /// <summary>As many are answered together; with the message that goes over it, no more than so many and a message.</summary>
    internal const int MostTogether = 4_096;

    static readonly Problem Stopping = new(
        ProblemKinds.Unavailable, "This node stops: ask another one. What has no answer was not allowed.", "stopping");

    internal async Task RunAsync(IAsyncStreamReader<V1.StreamQuestions> questions, IServerStreamWriter<V1.StreamAnswers> answers, ServerCallContext call)
    {
        var context = call.GetHttpContext();
        var caller = context.GetCaller();
        if (!slots.TryTake(caller.Organization, caller.KeyId)) throw RpcProblem.ToException(slots.TooMany);
        try
        {
            using var ending = CancellationTokenSource.CreateLinkedTokenSource(call.CancellationToken, lifetime.ApplicationStopping);
            var watching = WatchAsync(context, ending);
            try
            {
                // At once, so that a client knows that it was let in before it asks anything.
                await call.WriteResponseHeadersAsync([]);
                await AnswerAllAsync(questions, answers, context, ending.Token);
            }
            catch (OperationCanceledException) when (!call.CancellationToken.IsCancellationRequested)
            {
                await ending.CancelAsync();
                throw RpcProblem.ToException(await watching ?? Stopping);
            }
            finally
            {
                await ending.CancelAsync();
                await watching;
            }
        }
        finally
        {
            slots.GiveBack(caller.Organization, caller.KeyId);
        }
    }

    async Task AnswerAllAsync(
        IAsyncStreamReader<V1.StreamQuestions> questions, IServerStreamWriter<V1.StreamAnswers> answers, HttpContext context, CancellationToken ending)
    {
        var arrived = new ArrivedQuestions(checks, instruments, context.GetCaller());
        Problem? wrong = null;
        while (wrong is null)
        {
            var next = questions.MoveNext(ending);
            // As long as there is more to read without waiting, it is read: what follows is answered with it.
            if (arrived.Count >= MostTogether || !next.IsCompleted) await AnswerAsync(arrived, answers, context, ending);
            if (!await next) break;
            wrong = arrived.Add(questions.Current);
        }
        await AnswerAsync(arrived, answers, context, ending);
        if (wrong is not null) throw RpcProblem.ToException(wrong);
    }

    async ValueTask AnswerAsync(ArrivedQuestions arrived, IServerStreamWriter<V1.StreamAnswers> answers, HttpContext context, CancellationToken ending)
    {
        if (arrived.Count == 0) return;
        await limits.WaitForChecksAsync(context.GetCaller(), arrived.Count, ending);
        // Behind the arrival of the last of them, as the lease is: a key that was revoked before a question came gets no answer to it.
        if (await recheck.WhyNotAsync(context) is { } why) throw RpcProblem.ToException(why);
        await answers.WriteAsync(await arrived.AnswerAsync(), ending);
    }

    /// <summary>Ends a stream on which nothing is asked when its key is no longer let in, and says why; null when it has ended otherwise.</summary>
    async Task<Problem?> WatchAsync(HttpContext context, CancellationTokenSource ending)
    {
        try
        {
            using var ticks = new PeriodicTimer(options.Value.Heartbeat, time);
            while (await ticks.WaitForNextTickAsync(ending.Token))
            {
                if (await recheck.WhyNotAsync(context) is not { } why) continue;
                await ending.CancelAsync();
                return why;
            }
        }
        catch (OperationCanceledException)
        {
            // Ended otherwise.
        }
        catch
        {
            // Nobody would look after this key any more.
            await ending.CancelAsync();
            throw;
        }
        return null;
    }
}
