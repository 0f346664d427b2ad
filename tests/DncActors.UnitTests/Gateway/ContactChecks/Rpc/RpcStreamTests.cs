using DncActors.Gateway.ContactChecks.Rpc;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using V1 = DncActors.Client.Protos.Dnc.V1;

namespace DncActors.UnitTests.Gateway.ContactChecks.Rpc;

public sealed class RpcStreamTests
{
    [Fact]
    public async Task Answers_come_in_the_order_of_the_questions_with_their_ids_whatever_is_asked()
    {
        await using var host = await GatewayHost.StartAsync();
        using var calls = new RpcCalls(host.RpcAddress);
        host.Checks.Blocked.Add("+12025550124");
        host.Checks.Blocked.Add("jane@example.com");

        var answers = await calls.AskAsync(
            new V1.StreamQuestion { Id = 9, Phone = "(202) 555-0124", Channel = V1.Channel.Call },
            new V1.StreamQuestion { Id = 7, Email = "jane@example.com", Channel = V1.Channel.Email },
            new V1.StreamQuestion { Id = 7, E164 = 12_025_550_124, Channel = V1.Channel.Sms },
            new V1.StreamQuestion { Id = 0, Phone = "what", Channel = V1.Channel.Sms },
            new V1.StreamQuestion { Id = ulong.MaxValue, E164 = 12_025_559_999, Channel = V1.Channel.Call },
            new V1.StreamQuestion { Id = 3, Phone = "020 7946 0018", Channel = V1.Channel.Call, Region = "GB" },
            new V1.StreamQuestion { Id = 4, E164 = 7, Channel = V1.Channel.Call },
            new V1.StreamQuestion { Id = 5, Email = "no", Channel = V1.Channel.Email });

        Assert.Equal([9, 7, 7, 0, ulong.MaxValue, 3, 4, 5], answers.Select(a => a.Id));
        Assert.Equal("BBBIAAII", string.Concat(answers.Select(a => a.Verdict.ToString()[0])));
        Assert.Equal(
            ["dnc.entry", "dnc.entry", "dnc.entry", "unreadable", "", "", "unreadable", "unreadable"], answers.Select(a => a.Code));
    }

    [Fact]
    public async Task Many_messages_are_answered_one_by_one_or_together_and_none_is_lost()
    {
        await using var host = await GatewayHost.StartAsync();
        using var calls = new RpcCalls(host.RpcAddress);
        using var call = calls.Open();
        var reading = calls.ReadAllAsync(call);
        for (var i = 0U; i < 3_000; i++)
        {
            call.RequestStream.WriteOptions = i % 7 == 0 ? null : new WriteOptions(WriteFlags.BufferHint);
            var message = new V1.StreamQuestions();
            for (var k = 0U; k < i % 4; k++)
                message.Questions.Add(new V1.StreamQuestion { Id = (i * 10) + k, E164 = 12_025_550_000UL + i, Channel = V1.Channel.Call });
            await call.RequestStream.WriteAsync(message, calls.Cancellation);
        }
        await call.RequestStream.CompleteAsync();

        var expected = Enumerable.Range(0, 3_000).SelectMany(i => Enumerable.Range(0, i % 4).Select(k => (ulong)((i * 10) + k)));
        Assert.Equal(expected, (await reading).Select(a => a.Id));
    }

    [Fact]
    public async Task Where_the_node_is_not_sure_what_is_blocked_is_told_and_nothing_is_allowed()
    {
        await using var host = await GatewayHost.StartAsync();
        using var calls = new RpcCalls(host.RpcAddress);
        host.Checks.Blocked.Add("+12025550124");
        host.Checks.IsUnsure = true;

        var answers = await calls.AskAsync(
            new V1.StreamQuestion { Id = 1, E164 = 12_025_550_123, Channel = V1.Channel.Call },
            new V1.StreamQuestion { Id = 2, E164 = 12_025_550_124, Channel = V1.Channel.Call },
            new V1.StreamQuestion { Id = 3, Phone = "what", Channel = V1.Channel.Sms },
            new V1.StreamQuestion { Id = 4, Email = "joe@example.com", Channel = V1.Channel.Email });

        Assert.Equal(
            [V1.VerdictCode.Unsure, V1.VerdictCode.Blocked, V1.VerdictCode.Invalid, V1.VerdictCode.Unsure], answers.Select(a => a.Verdict));
        Assert.Equal("unsure", answers[0].Code);
    }

    [Theory]
    [InlineData(V1.Channel.Unspecified, "questions[1] (id 2).channel: The channel is missing")]
    [InlineData(V1.Channel.Email, "questions[1] (id 2).channel: 'email'")]
    [InlineData((V1.Channel)9, "questions[1] (id 2).channel: '9'")]
    public async Task What_is_no_question_ends_the_stream_behind_the_answers_to_those_before_it(V1.Channel channel, string expected)
    {
        await using var host = await GatewayHost.StartAsync();
        using var calls = new RpcCalls(host.RpcAddress);
        using var call = calls.Open();
        V1.StreamQuestion[] questions =
        [
            new() { Id = 1, E164 = 12_025_550_123, Channel = V1.Channel.Call },
            new() { Id = 2, E164 = 12_025_550_123, Channel = channel },
        ];
        await call.RequestStream.WriteAsync(new V1.StreamQuestions { Questions = { questions } }, calls.Cancellation);

        Assert.True(await call.ResponseStream.MoveNext(calls.Cancellation));
        Assert.Equal(1U, Assert.Single(call.ResponseStream.Current.Answers).Id);
        var refused = await RpcCalls.RefusedAsync(StatusCode.InvalidArgument, "validation", () => call.ResponseStream.MoveNext(calls.Cancellation));
        Assert.StartsWith(expected, refused.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_fits_in_a_message_is_refused_and_nothing_asked_is_refused_too()
    {
        await using var host = await GatewayHost.StartAsync();
        using var calls = new RpcCalls(host.RpcAddress);
        var question = new V1.StreamQuestion { E164 = 12_025_550_123, Channel = V1.Channel.Call };
        var most = Enumerable.Repeat(question, ArrivedQuestions.MostInAMessage).ToArray();
        Assert.Equal(most.Length, (await calls.AskAsync(most)).Count);
        var refused = await RpcCalls.RefusedAsync(StatusCode.InvalidArgument, "too-large", () => calls.AskAsync([.. most, question]));
        Assert.Contains("questions: there are 10001", refused.Status.Detail, StringComparison.Ordinal);
        refused = await RpcCalls.RefusedAsync(StatusCode.InvalidArgument, "validation", () => calls.AskAsync(new V1.StreamQuestion { Id = 5 }));
        Assert.Contains("questions[0] (id 5).asked", refused.Status.Detail, StringComparison.Ordinal);
        refused = await RpcCalls.RefusedAsync(StatusCode.InvalidArgument, "validation", () => calls.AskAsync(
            new V1.StreamQuestion { Phone = "2025550123", Channel = V1.Channel.Call, Region = "Mars" }));
        Assert.Contains("region: 'Mars'", refused.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_behind_the_keys_revocation_has_no_answer_and_the_stream_ends()
    {
        await using var host = await GatewayHost.StartAsync();
        using var calls = new RpcCalls(host.RpcAddress);
        using var call = calls.Open();
        var question = new V1.StreamQuestions { Questions = { new V1.StreamQuestion { E164 = 12_025_550_123, Channel = V1.Channel.Call } } };
        await call.RequestStream.WriteAsync(question, calls.Cancellation);
        Assert.True(await call.ResponseStream.MoveNext(calls.Cancellation));

        host.Access.IsDialerRevoked = true;
        await call.RequestStream.WriteAsync(question, calls.Cancellation);
        await RpcCalls.RefusedAsync(StatusCode.Unauthenticated, "unauthenticated", () => call.ResponseStream.MoveNext(calls.Cancellation));
    }

    [Fact]
    public async Task A_stream_on_which_nothing_is_asked_ends_too_when_its_key_is_revoked()
    {
        await using var host = await GatewayHost.StartAsync(options: o => o.Heartbeat = TimeSpan.FromSeconds(1));
        using var calls = new RpcCalls(host.RpcAddress);
        using var call = calls.Open();
        await call.ResponseHeadersAsync;
        host.Access.IsDialerRevoked = true;
        await RpcCalls.RefusedAsync(StatusCode.Unauthenticated, "unauthenticated", () => call.ResponseStream.MoveNext(calls.Cancellation));
    }

    [Fact]
    public async Task A_stop_ends_a_stream_with_unavailable()
    {
        await using var host = await GatewayHost.StartAsync();
        using var calls = new RpcCalls(host.RpcAddress);
        using var call = calls.Open();
        await call.ResponseHeadersAsync;
        // The web server itself goes on, as it does while a node drains: when it closes the connection at the same moment, the client may see just that.
        host.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        await RpcCalls.RefusedAsync(StatusCode.Unavailable, "unavailable", () => call.ResponseStream.MoveNext(calls.Cancellation));
    }

    [Fact]
    public async Task A_key_holds_so_many_streams_open_and_gives_each_back()
    {
        await using var host = await GatewayHost.StartAsync(options: o => o.MaxStreamsPerKey = 1);
        using var calls = new RpcCalls(host.RpcAddress);
        var question = new V1.StreamQuestion { E164 = 12_025_550_123, Channel = V1.Channel.Call };
        Assert.Single(await calls.AskAsync(question));
        using var call = calls.Open();
        await call.RequestStream.WriteAsync(new V1.StreamQuestions { Questions = { question } }, calls.Cancellation);
        Assert.True(await call.ResponseStream.MoveNext(calls.Cancellation));
        await RpcCalls.RefusedAsync(StatusCode.ResourceExhausted, "rate-limited", () => calls.AskAsync(question));
        await call.RequestStream.CompleteAsync();
        Assert.False(await call.ResponseStream.MoveNext(calls.Cancellation));
    }
}
