using System.Threading.Channels;
using DncActors.Client.ContactPoints;
using DncActors.Client.Errors;
using Grpc.Core;
using Grpc.Net.Client;
using V1 = DncActors.Client.Protos.Dnc.V1;

namespace DncActors.Client.ContactChecks;

/// <summary>
/// Contact checks over one connection, many of them under way at a time: for dialers. Thread-safe. Questions that are asked at the same time travel together.
/// When the stream ends, for whatever reason, every question without an answer fails with a <see cref="ContactCheckStreamEndedException"/>, and nobody may
/// be contacted for it; <see cref="Ended"/> tells. It does not open itself again: make another, and ask again.
/// </summary>
public sealed class ContactCheckStream : IAsyncDisposable
{
    const int MostInAMessage = 1_000;

    readonly object gate = new();
    readonly Queue<AskedCheck> outstanding = new();
    readonly Channel<AskedCheck> toSend = Channel.CreateUnbounded<AskedCheck>(new UnboundedChannelOptions { SingleReader = true });
    readonly GrpcChannel connection;
    readonly AsyncDuplexStreamingCall<V1.StreamQuestions, V1.StreamAnswers> call;
    readonly SemaphoreSlim room;
    readonly Task sending;
    ulong asked;
    bool completed;
    ContactCheckStreamEndedException? end;

    ContactCheckStream(ContactCheckStreamOptions options)
    {
        room = new(options.MaxOutstanding, options.MaxOutstanding);
        connection = GrpcChannel.ForAddress(options.Address, new GrpcChannelOptions { HttpHandler = Connections(), DisposeHttpClient = true });
        var headers = new Metadata { { "authorization", $"Bearer {options.ApiKey}" } };
        if (options.ActingUser is { } user) headers.Add(DncHeaders.ActingUser, user);
        call = new V1.ContactChecks.ContactChecksClient(connection).CheckStream(headers);
        sending = SendAsync();
        Ended = ReadAsync();
    }

    /// <summary>Completes when the stream is over: well after <see cref="CompleteAsync"/>, else with a
    /// <see cref="ContactCheckStreamEndedException"/>.</summary>
    public Task Ended { get; }

    /// <summary>How many questions have no answer yet.</summary>
    public int Outstanding
    {
        get
        {
            lock (gate) return outstanding.Count;
        }
    }

    /// <summary>Opens a stream. Whether the node lets it in shows with the first question.</summary>
    /// <exception cref="ArgumentException">An option is wrong; the message names it.</exception>
    public static ContactCheckStream Open(ContactCheckStreamOptions options)
    {
        options.Validate();
        return new(options);
    }

    /// <summary>The verdict on a phone in any format.</summary>
    /// <param name="channel">One of <see cref="ChannelNames"/>: call or sms.</param>
    /// <param name="region">The two-letter region in which a national phone is read. Default: the organization's.</param>
    /// <param name="cancellation">Ends the waiting; the question was asked all the same.</param>
    /// <exception cref="ContactCheckStreamEndedException">There is no answer: not allowed.</exception>
    public Task<StreamVerdict> CheckPhoneAsync(string phone, string channel, string? region = null, CancellationToken cancellation = default) =>
        AskAsync(new V1.StreamQuestion { Phone = phone, Channel = ChannelOf(channel), Region = region ?? "" }, cancellation);

    /// <summary>The verdict on a phone as the digits of its E.164, 12025550123: the fastest way to ask.</summary>
    /// <exception cref="ContactCheckStreamEndedException">There is no answer: not allowed.</exception>
    public Task<StreamVerdict> CheckNumberAsync(ulong e164, string channel, CancellationToken cancellation = default) =>
        AskAsync(new V1.StreamQuestion { E164 = e164, Channel = ChannelOf(channel) }, cancellation);

    /// <exception cref="ContactCheckStreamEndedException">There is no answer: not allowed.</exception>
    public Task<StreamVerdict> CheckEmailAsync(string email, CancellationToken cancellation = default) =>
        AskAsync(new V1.StreamQuestion { Email = email, Channel = V1.Channel.Email }, cancellation);

    /// <summary>No more questions; completes when every one has its answer.</summary>
    /// <exception cref="ContactCheckStreamEndedException">Some have none.</exception>
    public async Task CompleteAsync()
    {
        lock (gate)
        {
            completed = true;
            toSend.Writer.TryComplete();
        }
        await sending;
        await Ended;
    }

    /// <summary>Ends the stream at once: questions without an answer fail.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (gate) toSend.Writer.TryComplete();
        call.Dispose();
        await Ended.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await sending;
        connection.Dispose();
    }

    async Task<StreamVerdict> AskAsync(V1.StreamQuestion question, CancellationToken cancellation)
    {
        await room.WaitAsync(cancellation);
        var check = new AskedCheck(question);
        try
        {
            Put(check);
        }
        catch
        {
            // Whoever waits for room next is told the same.
            room.Release();
            throw;
        }
        return await check.Task.WaitAsync(cancellation);
    }

    void Put(AskedCheck check)
    {
        lock (gate)
        {
            if (end is not null) throw end;
            check.Question.Id = ++asked;
            if (!toSend.Writer.TryWrite(check)) throw new InvalidOperationException("The stream was completed: no question can be asked any more.");
            outstanding.Enqueue(check);
        }
    }

    async Task SendAsync()
    {
        try
        {
            while (await toSend.Reader.WaitToReadAsync())
            {
                var message = new V1.StreamQuestions();
                while (message.Questions.Count < MostInAMessage && toSend.Reader.TryRead(out var check)) message.Questions.Add(check.Question);
                await call.RequestStream.WriteAsync(message);
            }
            await call.RequestStream.CompleteAsync();
        }
        catch (Exception fault) when (fault is RpcException or InvalidOperationException or OperationCanceledException)
        {
            // The stream is over; who reads the answers learns why.
        }
    }

    async Task ReadAsync()
    {
        try
        {
            while (await call.ResponseStream.MoveNext(CancellationToken.None)) Take(call.ResponseStream.Current);
            lock (gate)
            {
                if (!completed || outstanding.Count > 0) throw End(DncErrorCodes.Unavailable, "The node closed the stream.");
            }
        }
        catch (RpcException fault)
        {
            throw End(DncErrorCodes.CodeOf(fault.Trailers.GetValue("dnc-error")) ?? CodeOf(fault.StatusCode), fault.Status.Detail);
        }
        catch (Exception fault) when (fault is not ContactCheckStreamEndedException)
        {
            // Whatever it is, nobody may wait for an answer that no one reads any more.
            throw End(DncErrorCodes.Unavailable, fault.GetType().Name);
        }
    }

    void Take(V1.StreamAnswers answers)
    {
        var at = answers.CheckedAt?.ToDateTimeOffset();
        foreach (var answer in answers.Answers)
        {
            AskedCheck? check;
            lock (gate)
            {
                if (!outstanding.TryPeek(out check) || check.Question.Id != answer.Id)
                    throw End(DncErrorCodes.Unavailable, $"The answer {answer.Id} is none to the question that is next.");
                outstanding.Dequeue();
            }
            room.Release();
            check.TrySetResult(new StreamVerdict(answer.Id, WordOf(answer.Verdict), answer.Code, answers.AsOf, at));
        }
    }

    ContactCheckStreamEndedException End(string code, string? detail)
    {
        AskedCheck[] unanswered;
        ContactCheckStreamEndedException ended;
        lock (gate)
        {
            unanswered = [.. outstanding];
            outstanding.Clear();
            ended = end ??= new ContactCheckStreamEndedException(code, detail, unanswered.Length);
            toSend.Writer.TryComplete();
        }
        foreach (var check in unanswered) check.TrySetException(ended);
        // Who waited for room is let go on, and told the same.
        if (unanswered.Length > 0) room.Release(unanswered.Length);
        return ended;
    }

    static string WordOf(V1.VerdictCode verdict) => verdict switch
    {
        V1.VerdictCode.Allowed => VerdictNames.Allowed,
        V1.VerdictCode.Blocked => VerdictNames.Blocked,
        V1.VerdictCode.Invalid => VerdictNames.Invalid,
        _ => StreamVerdict.Unsure,
    };

    static string CodeOf(StatusCode status) => status switch
    {
        StatusCode.Unauthenticated => DncErrorCodes.Unauthenticated,
        StatusCode.PermissionDenied => DncErrorCodes.Forbidden,
        StatusCode.InvalidArgument => DncErrorCodes.Validation,
        StatusCode.ResourceExhausted => DncErrorCodes.RateLimited,
        _ => DncErrorCodes.Unavailable,
    };

    static V1.Channel ChannelOf(string channel) => channel switch
    {
        ChannelNames.Call => V1.Channel.Call,
        ChannelNames.Sms => V1.Channel.Sms,
        _ => throw new ArgumentException($"'{channel}' is no channel of a phone: write {ChannelNames.Call} or {ChannelNames.Sms}.", nameof(channel)),
    };

    static SocketsHttpHandler Connections() => new()
    {
        // A node that is gone without a word is noticed.
        KeepAlivePingDelay = TimeSpan.FromSeconds(15),
        KeepAlivePingTimeout = TimeSpan.FromSeconds(5),
    };
}
