using System.Net;

namespace DncActors.UnitTests.Gateway.Requests;

public sealed class ReadAcknowledgementTests
{
    [Theory]
    [InlineData("/v1/audit")]
    [InlineData("/v1/reports/leads")]
    [InlineData("/v1/dnc/changes")]
    public async Task What_was_read_from_the_record_is_not_told_before_every_node_knows_it(string path)
    {
        await using var host = await GatewayHost.StartAsync();
        (await host.GetAsync(path)).IsOk();
        host.Record.KnownUpTo = host.Record.Head - 1;
        (await host.GetAsync(path)).IsProblem(HttpStatusCode.ServiceUnavailable, "unavailable");
    }

    [Fact]
    public async Task What_tells_of_no_block_waits_for_nobody()
    {
        await using var host = await GatewayHost.StartAsync();
        host.Record.KnownUpTo = 0;
        (await host.GetAsync("/v1/workflows")).IsOk();
        (await host.GetAsync("/v1/contact-checks?phone=2025550123&channel=call")).IsOk();
    }
}
