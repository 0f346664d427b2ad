using System.Diagnostics;
using System.Globalization;
using System.Threading.Channels;
using DncActors.Benchmarks.Load;
using Grpc.Core;
using Grpc.Net.Client;
using V1 = DncActors.Client.Protos.Dnc.V1;

namespace DncActors.Benchmarks.ContactChecks;

/// <summary>The load of a stream of checks, as a process of its own: so many questions are always under way, so many to a message; what is sent together is
/// flushed together, as the clients of most languages do by themselves.</summary>
static class GrpcLoad
{
    const int Phones = 10_000;
    const int Step = 7_919;

    static readonly WriteOptions MoreFollows = new(WriteFlags.BufferHint);

    public static async Task<int> RunAsync(string[] args)
    {
        var (perMessage, outstanding, seconds) = (Number(args[2]), Number(args[3]), Number(args[4]));
        using var connection = GrpcChannel.ForAddress(args[0]);
        using var call = new V1.ContactChecks.ContactChecksClient(connection).CheckStream(
            new Metadata { { "authorization", $"Bearer {ServerProcess.Key}" } });
        var answered = Channel.CreateUnbounded<int>();
        var reading = ReadAsync(call.ResponseStream, answered.Writer);
        var since = Stopwatch.GetTimestamp();
        await SendAsync(call.RequestStream, args[1] == "e164", perMessage, outstanding, answered.Reader, TimeSpan.FromSeconds(seconds));
        var (answers, messages, wrong) = await reading;
        var took = Stopwatch.GetElapsedTime(since).TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{answers} {messages} {wrong} {took}"));
        return 0;
    }

    static async Task SendAsync(
        IClientStreamWriter<V1.StreamQuestions> to, bool asNumbers, int perMessage, int outstanding, ChannelReader<int> answered, TimeSpan length)
    {
        var texts = Enumerable.Range(0, Phones).Select(i => BenchWorld.Phone(i)).ToArray();
        var (room, id, since) = (outstanding, 0UL, Stopwatch.GetTimestamp());
        while (Stopwatch.GetElapsedTime(since) < length)
        {
            while (answered.TryRead(out var more)) room += more;
            if (room < perMessage)
            {
                room += await answered.ReadAsync();
                continue;
            }
            for (; room >= perMessage; room -= perMessage)
            {
                var message = new V1.StreamQuestions();
                for (var i = 0; i < perMessage; i++) message.Questions.Add(Question(id++, asNumbers, texts));
                to.WriteOptions = room >= 2 * perMessage ? MoreFollows : null;
                await to.WriteAsync(message);
            }
        }
        await to.CompleteAsync();
    }

    static V1.StreamQuestion Question(ulong id, bool asNumber, string[] texts)
    {
        var n = (int)(id * Step % Phones);
        return asNumber
            ? new() { Id = id, E164 = 12_010_000_000UL + (ulong)n, Channel = V1.Channel.Call }
            : new() { Id = id, Phone = texts[n], Channel = V1.Channel.Call };
    }

    static async Task<(long Answers, long Messages, long Wrong)> ReadAsync(IAsyncStreamReader<V1.StreamAnswers> from, ChannelWriter<int> answered)
    {
        var (answers, messages, wrong) = (0L, 0L, 0L);
        while (await from.MoveNext(CancellationToken.None))
        {
            messages++;
            foreach (var answer in from.Current.Answers)
            {
                var isListed = answer.Id * Step % Phones % 10 == 0;
                if (answer.Id != (ulong)answers++ || answer.Verdict != (isListed ? V1.VerdictCode.Blocked : V1.VerdictCode.Allowed)) wrong++;
            }
            await answered.WriteAsync(from.Current.Answers.Count);
        }
        return (answers, messages, wrong);
    }

    static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
