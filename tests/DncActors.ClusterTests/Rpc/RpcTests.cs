using System.Net;
using DncActors.ClusterTests.Host;
using DncActors.ClusterTests.Http;
using DncActors.ClusterTests.Story;
using Grpc.Core;
using V1 = DncActors.Client.Protos.Dnc.V1;

namespace DncActors.ClusterTests.Rpc;

/// <summary>Contact checks by gRPC, from the real host.</summary>
public sealed class RpcTests
{
    static readonly string[] Asked =
    [
        "+12025550188", "(202) 555-0188", "202.555.0177", "+12025550123", "12025550123", "tel:+1-202-555-0188", "call me", "+7", "", "0", "+442079460018",
        "+1 202 555 0188 ext. 5", "jane@people.example",
    ];

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_phones_get_the_same_verdicts_by_every_way()
    {
        await using var host = await RpcHost.StartAsync();
        await BlockAsync(host.Admin, "+12025550188", "call");
        var world = await StoryWorld.MakeAsync(host.Admin);
        (await host.Admin.PostAsync("/v1/leads", world.Lead("L-1", world.Dead, [], "+12025550177"))).Expect(HttpStatusCode.Created);
        using var calls = await host.AsRoleAsync("dialer");
        foreach (var (word, channel) in new[] { ("call", V1.Channel.Call), ("sms", V1.Channel.Sms) })
        {
            var http = (await host.Admin.PostAsync("/v1/contact-checks/batch", new { channel = word, phones = Asked })).Expect(HttpStatusCode.OK);
            var expected = http["verdicts"].EnumerateArray().Select(v => Enum.Parse<V1.VerdictCode>(v.GetString()!, ignoreCase: true)).ToArray();
            Assert.Contains(V1.VerdictCode.Blocked, expected);
            Assert.Equal(expected, (await calls.BatchAsync(new() { Channel = channel, Phones = { Asked } })).Verdicts);
            Assert.Equal(expected, (await calls.AskAsync(
                [.. Asked.Select((phone, i) => new V1.StreamQuestion { Id = (ulong)i, Phone = phone, Channel = channel })])).Select(a => a.Verdict));
            for (var i = 0; i < Asked.Length; i++)
            {
                if (expected[i] == V1.VerdictCode.Invalid)
                {
                    var refused = await Assert.ThrowsAsync<RpcException>(() => calls.CheckAsync(new() { Phone = Asked[i], Channel = channel }));
                    Assert.Equal(StatusCode.InvalidArgument, refused.StatusCode);
                    continue;
                }
                var one = await calls.CheckAsync(new() { Phone = Asked[i], Channel = channel });
                var told = (await host.Admin.PostAsync("/v1/contact-checks", new { phone = Asked[i], channel = word })).Expect(HttpStatusCode.OK);
                Assert.Equal((expected[i], told["contactPoint"].GetString()), (one.Verdict_, one.ContactPoint));
                Assert.Equal(told["reasons"].EnumerateArray().Select(r => r.GetProperty("code").GetString()), one.Reasons.Select(r => r.Code));
            }
        }
        var lead = await calls.CheckAsync(new() { LeadId = "L-1", Channel = V1.Channel.Call });
        Assert.Equal((false, "lead.status"), (lead.Allowed, Assert.Single(Assert.Single(lead.ContactPoints).Reasons).Code));
    }

    [Fact]
    public async Task What_is_blocked_while_a_stream_is_open_is_blocked_for_its_next_question()
    {
        await using var host = await RpcHost.StartAsync();
        using var calls = await host.AsRoleAsync("dialer");
        using var call = calls.Open();
        var question = new V1.StreamQuestions { Questions = { new V1.StreamQuestion { E164 = 12_025_550_101, Channel = V1.Channel.Call } } };
        Assert.Equal(V1.VerdictCode.Allowed, await VerdictAsync());
        await BlockAsync(host.Admin, "+12025550101", "call");
        Assert.Equal(V1.VerdictCode.Blocked, await VerdictAsync());

        async Task<V1.VerdictCode> VerdictAsync()
        {
            await call.RequestStream.WriteAsync(question, Cancellation);
            Assert.True(await call.ResponseStream.MoveNext(Cancellation));
            return Assert.Single(call.ResponseStream.Current.Answers).Verdict;
        }
    }

    [Fact]
    public async Task A_stop_ends_open_streams_while_it_drains_and_lets_no_new_ones_in()
    {
        await using var host = await RpcHost.StartAsync(new HostStart().With("Dnc__DrainSeconds", "2"));
        using var calls = await host.AsRoleAsync("dialer");
        using var call = calls.Open();
        await call.ResponseHeadersAsync;

        await host.Process.SignalAsync("TERM");
        var ended = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(Cancellation));
        Assert.Equal((StatusCode.Unavailable, "urn:dnc:error:unavailable"), (ended.StatusCode, ended.Trailers.GetValue("dnc-error")));
        // By what is read: a question that is written to a stream which has ended meanwhile is "cancelled" by the client itself.
        using var late = calls.Open();
        Assert.Equal(StatusCode.Unavailable, (await Assert.ThrowsAsync<RpcException>(() => late.ResponseStream.MoveNext(Cancellation))).StatusCode);
        Assert.Equal(0, await host.Process.ExitAsync());
    }

    [Fact]
    public async Task Junk_is_refused_and_harms_nobody()
    {
        await using var host = await RpcHost.StartAsync();
        using var calls = await host.AsRoleAsync("dialer");
        var random = new Random(7);
        foreach (var method in V1.ContactChecks.Descriptor.Methods)
        {
            for (var i = 0; i < 200; i++)
            {
                var junk = new byte[random.Next(0, 200)];
                random.NextBytes(junk);
                var (status, _) = await calls.SendAsync(V1.ContactChecks.Descriptor.FullName, method.Name, junk);
                Assert.False(
                    status.StatusCode is StatusCode.Unknown or StatusCode.Unavailable, $"{method.Name}: {status} to {Convert.ToHexString(junk)}");
            }
        }
        Assert.Equal(StatusCode.Unimplemented, (await calls.SendAsync(V1.ContactChecks.Descriptor.FullName, "Nothing", [])).Status.StatusCode);
        Assert.Equal(StatusCode.Unimplemented, (await calls.SendAsync("dnc.v1.Nothing", "Check", [])).Status.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await host.Process.StatusAsync("/readyz"));
        Assert.DoesNotContain("   at ", host.Process.Output, StringComparison.Ordinal);
    }

    static async Task BlockAsync(Api admin, string phone, string channel) =>
        (await admin.PostAsync("/v1/dnc/entries", new { phone, channels = new[] { channel }, reason = "asked" })).Expect(HttpStatusCode.Created);
}
