using DncActors.Client.ContactChecks;
using DncActors.Client.Errors;
using DncActors.UnitTests.Gateway;

namespace DncActors.UnitTests.Client;

public sealed class ContactCheckStreamTests
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Many_askers_share_a_stream_and_each_gets_its_own_answer()
    {
        await using var host = await GatewayHost.StartAsync();
        host.Checks.Blocked.Add("+12025550124");
        host.Checks.Blocked.Add("jane@example.com");
        await using var stream = Open(host, outstanding: 16);

        var asked = Enumerable.Range(0, 500).Select(i => stream.CheckNumberAsync(12_025_550_123 + ((ulong)i % 2), "call", Cancellation)).ToArray();
        var verdicts = await Task.WhenAll(asked);
        Assert.Equal(Enumerable.Range(0, 500).Select(i => i % 2 == 0), verdicts.Select(v => v.Allowed));
        Assert.Equal(("blocked", "dnc.entry", StandInChecks.AsOf), (verdicts[1].Word, verdicts[1].Code, verdicts[1].AsOf));
        Assert.False((await stream.CheckEmailAsync("JANE@example.com", Cancellation)).Allowed);
        Assert.Equal("invalid", (await stream.CheckPhoneAsync("what", "sms", cancellation: Cancellation)).Word);
        Assert.True((await stream.CheckPhoneAsync("020 7946 0018", "sms", "GB", Cancellation)).Allowed);
        Assert.Equal(0, stream.Outstanding);

        await stream.CompleteAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => stream.CheckNumberAsync(12_025_550_123, "call", Cancellation));
    }

    [Fact]
    public async Task When_it_ends_every_question_without_an_answer_fails_and_says_so()
    {
        await using var host = await GatewayHost.StartAsync();
        await using var stream = Open(host);
        Assert.True((await stream.CheckNumberAsync(12_025_550_123, "call", Cancellation)).Allowed);

        host.Access.IsDialerRevoked = true;
        var ended = await Assert.ThrowsAsync<ContactCheckStreamEndedException>(() => stream.CheckNumberAsync(12_025_550_123, "call", Cancellation));
        Assert.Equal((DncErrorCodes.Unauthenticated, 1), (ended.Code, ended.Unanswered));
        Assert.DoesNotContain("2025550123", ended.ToString(), StringComparison.Ordinal);
        await Assert.ThrowsAsync<ContactCheckStreamEndedException>(() => stream.Ended);
        await Assert.ThrowsAsync<ContactCheckStreamEndedException>(() => stream.CheckNumberAsync(12_025_550_123, "call", Cancellation));
    }

    [Fact]
    public async Task What_is_not_sure_is_not_allowed()
    {
        await using var host = await GatewayHost.StartAsync();
        host.Checks.IsUnsure = true;
        await using var stream = Open(host);
        var verdict = await stream.CheckNumberAsync(12_025_550_123, "call", Cancellation);
        Assert.Equal((false, StreamVerdict.Unsure), (verdict.Allowed, verdict.Word));
    }

    [Fact]
    public async Task Where_nobody_listens_the_question_fails()
    {
        await using var stream = ContactCheckStream.Open(new() { Address = new("http://127.0.0.1:1"), ApiKey = "dnc_key" });
        var ended = await Assert.ThrowsAsync<ContactCheckStreamEndedException>(() => stream.CheckNumberAsync(12_025_550_123, "call", Cancellation));
        Assert.Equal(DncErrorCodes.Unavailable, ended.Code);
    }

    [Fact]
    public void A_wrong_option_is_named()
    {
        Assert.Contains("ApiKey", Assert.Throws<ArgumentException>(() => ContactCheckStream.Open(new())).Message, StringComparison.Ordinal);
        Assert.Contains(
            "MaxOutstanding", Assert.Throws<ArgumentException>(() => ContactCheckStream.Open(new() { ApiKey = "k", MaxOutstanding = 0 })).Message,
            StringComparison.Ordinal);
    }

    static ContactCheckStream Open(GatewayHost host, int outstanding = 4_096) =>
        ContactCheckStream.Open(new() { Address = host.RpcAddress, ApiKey = GatewayHost.DialerKey, MaxOutstanding = outstanding });
}
