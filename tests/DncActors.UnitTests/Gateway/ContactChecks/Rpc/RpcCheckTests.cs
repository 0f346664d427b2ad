using DncActors.Contracts.ContactChecks;
using DncActors.Domain.ContactPoints;
using DncActors.Gateway.ContactChecks.Rpc;
using Grpc.Core;
using V1 = DncActors.Client.Protos.Dnc.V1;

namespace DncActors.UnitTests.Gateway.ContactChecks.Rpc;

public sealed class RpcCheckTests
{
    [Fact]
    public async Task A_check_says_what_it_says_by_http()
    {
        await using var host = await GatewayHost.StartAsync();
        using var calls = new RpcCalls(host.RpcAddress);
        host.Checks.Blocked.Add("+12025550124");

        var free = await calls.CheckAsync(new() { Phone = "(202) 555-0123", Channel = V1.Channel.Call });
        Assert.Equal(("+12025550123", true, V1.VerdictCode.Allowed, StandInChecks.AsOf), (free.ContactPoint, free.Allowed, free.Verdict_, free.AsOf));
        Assert.Equal(StandInChecks.Now, free.CheckedAt.ToDateTimeOffset());
        Assert.Empty(free.Reasons);

        var blocked = await calls.CheckAsync(new() { E164 = 12_025_550_124, Channel = V1.Channel.Sms });
        Assert.Equal(("+12025550124", false, V1.VerdictCode.Blocked), (blocked.ContactPoint, blocked.Allowed, blocked.Verdict_));
        var reason = Assert.Single(blocked.Reasons);
        Assert.Equal(("dnc.entry", "manual", "ann"), (reason.Code, reason.Source, reason.By));
    }

    [Fact]
    public async Task A_lead_is_answered_contact_point_by_contact_point()
    {
        await using var host = await GatewayHost.StartAsync();
        using var calls = new RpcCalls(host.RpcAddress);
        var phone = new ContactPoint(ContactPointKind.Phone, "+12025550123");
        host.Checks.Lead = new("L", CheckVerdict.Blocked, [new(phone, CheckVerdict.Blocked)], 9, StandInChecks.Now.ToUnixTimeMilliseconds());

        var lead = await calls.CheckAsync(new() { LeadId = "L", Channel = V1.Channel.Call });
        Assert.Equal(("L", false, V1.VerdictCode.Blocked, 9), (lead.LeadId, lead.Allowed, lead.Verdict_, lead.AsOf));
        Assert.Single(Assert.Single(lead.ContactPoints).Reasons);

        host.Checks.Lead = null;
        await RpcCalls.RefusedAsync(StatusCode.NotFound, "not-found", () => calls.CheckAsync(new() { LeadId = "M", Channel = V1.Channel.Call }));
    }

    [Fact]
    public async Task What_is_wrong_is_named_and_quoted()
    {
        await using var host = await GatewayHost.StartAsync();
        using var calls = new RpcCalls(host.RpcAddress);
        foreach (var (request, expected) in new (V1.CheckRequest, string[])[]
        {
            (new() { Phone = "call me", Channel = V1.Channel.Call }, ["phone", "'call me'"]),
            (new() { E164 = 7, Channel = V1.Channel.Call }, ["e164", "'+7'"]),
            (new() { LeadId = "two words", Channel = V1.Channel.Call }, ["lead_id", "'two words'"]),
            (new() { Phone = "2025550123" }, ["channel", "missing"]),
            (new() { Phone = "2025550123", Channel = V1.Channel.Email }, ["channel", "'email'"]),
            (new() { Phone = "2025550123", Channel = (V1.Channel)77 }, ["channel", "'77'"]),
            (new() { Phone = "2025550123", Channel = V1.Channel.Call, Region = "Mars" }, ["region", "'Mars'"]),
            (new() { Channel = V1.Channel.Call }, ["asked"]),
        })
        {
            var refused = await RpcCalls.RefusedAsync(StatusCode.InvalidArgument, "validation", () => calls.CheckAsync(request));
            Assert.All(expected, word => Assert.Contains(word, refused.Status.Detail, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_batch_is_answered_in_order()
    {
        await using var host = await GatewayHost.StartAsync();
        using var calls = new RpcCalls(host.RpcAddress);
        host.Checks.Blocked.Add("+12025550124");
        host.Checks.Blocked.Add("jane@example.com");

        var phones = await calls.BatchAsync(new() { Channel = V1.Channel.Call, Phones = { "2025550124", "+12025559999", "what" } });
        Assert.Equal([V1.VerdictCode.Blocked, V1.VerdictCode.Allowed, V1.VerdictCode.Invalid], phones.Verdicts);
        Assert.Equal((1U, 1U, 1U, StandInChecks.AsOf), (phones.Allowed, phones.Blocked, phones.Invalid, phones.AsOf));
        var numbers = await calls.BatchAsync(new() { Channel = V1.Channel.Sms, E164S = { 12_025_550_124, 0, 12_025_559_999 } });
        Assert.Equal([V1.VerdictCode.Blocked, V1.VerdictCode.Invalid, V1.VerdictCode.Allowed], numbers.Verdicts);
        var emails = await calls.BatchAsync(new() { Channel = V1.Channel.Email, Emails = { "JANE@example.com", "no" } });
        Assert.Equal([V1.VerdictCode.Blocked, V1.VerdictCode.Invalid], emails.Verdicts);
    }

    [Fact]
    public async Task A_batch_of_a_hundred_thousand_is_answered_and_one_more_refused()
    {
        await using var host = await GatewayHost.StartAsync();
        using var calls = new RpcCalls(host.RpcAddress);
        var batch = new V1.CheckBatchRequest { Channel = V1.Channel.Call, Phones = { Enumerable.Repeat("+1 (202) 555-0123", 100_000) } };
        Assert.Equal(100_000U, (await calls.BatchAsync(batch)).Allowed);

        batch.Phones.Add("+12025550123");
        var refused = await RpcCalls.RefusedAsync(StatusCode.InvalidArgument, "too-large", () => calls.BatchAsync(batch));
        Assert.Contains("phones: there are 100001", refused.Status.Detail, StringComparison.Ordinal);
        var huge = new V1.CheckBatchRequest { Channel = V1.Channel.Call, Phones = { new string('1', 20_000_000) } };
        Assert.Equal(StatusCode.ResourceExhausted, (await Assert.ThrowsAsync<RpcException>(() => calls.BatchAsync(huge))).StatusCode);
        var both = new V1.CheckBatchRequest { Channel = V1.Channel.Call, Phones = { "2025550123" }, E164S = { 12_025_550_123 } };
        await RpcCalls.RefusedAsync(StatusCode.InvalidArgument, "validation", () => calls.BatchAsync(both));
        await RpcCalls.RefusedAsync(StatusCode.InvalidArgument, "validation", () => calls.BatchAsync(new() { Channel = V1.Channel.Call }));
    }

    [Fact]
    public async Task What_is_not_sure_is_unavailable_with_when_to_ask_again()
    {
        await using var host = await GatewayHost.StartAsync();
        using var calls = new RpcCalls(host.RpcAddress);
        host.Checks.IsUnsure = true;
        var refused = await RpcCalls.RefusedAsync(
            StatusCode.Unavailable, "unavailable", () => calls.CheckAsync(new() { Phone = "2025550123", Channel = V1.Channel.Call }));
        Assert.Equal(("1", "1000"), (refused.Trailers.GetValue("retry-after"), refused.Trailers.GetValue("grpc-retry-pushback-ms")));
        await RpcCalls.RefusedAsync(
            StatusCode.Unavailable, "unavailable", () => calls.BatchAsync(new() { Channel = V1.Channel.Call, Phones = { "2025550123" } }));
    }

    [Fact]
    public void Nothing_but_allowed_is_told_as_allowed()
    {
        foreach (var verdict in Enumerable.Range(0, 256).Select(n => (CheckVerdict)n))
            Assert.Equal(verdict == CheckVerdict.Allowed, RpcWords.Of(verdict) == V1.VerdictCode.Allowed);
        var nothing = V1.Verdict.Parser.ParseFrom([]);
        Assert.False(nothing.Allowed);
        Assert.Equal(V1.VerdictCode.Unspecified, nothing.Verdict_);
        Assert.Equal(V1.VerdictCode.Unspecified, V1.StreamAnswer.Parser.ParseFrom([]).Verdict);
        Assert.False(default(DncActors.Client.ContactChecks.StreamVerdict).Allowed);
    }
}
