using System.Net;
using System.Net.Sockets;
using System.Text;

namespace DncActors.UnitTests.Gateway.Requests;

public sealed class BodyTests
{
    const int Length = 600;

    [Fact]
    public async Task A_body_that_trickles_has_the_same_time_as_one_that_stalls()
    {
        await using var host = await GatewayHost.StartAsync(options: o => (o.BodyTimeout, o.MinBodyBytesPerSecond) = (TimeSpan.FromSeconds(1), 1));
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", host.Http.BaseAddress!.Port, TestContext.Current.CancellationToken);
        await using var stream = client.GetStream();
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes(
                $"POST /v1/contact-checks HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {GatewayHost.AdministratorKey}\r\n"
                + $"Content-Type: application/json\r\nContent-Length: {Length}\r\n\r\n"),
            TestContext.Current.CancellationToken);
        var answering = ReadAsync(stream);

        await TrickleAsync(stream, answering);

        Assert.StartsWith("HTTP/1.1 408", await answering, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Content-Encoding", "gzip", "without that header")]
    [InlineData("Content-Type", "application/json; charset=utf-16", "charset=utf-8")]
    [InlineData("Content-Type", "text/plain", "send application/json")]
    public async Task A_body_in_a_form_that_is_not_read_says_which_is(string header, string value, string told)
    {
        await using var host = await GatewayHost.StartAsync();
        var content = new StringContent("""{"phone":"+12025550123","channel":"call"}""", Encoding.UTF8, "application/json");
        content.Headers.Remove(header);
        content.Headers.TryAddWithoutValidation(header, value);

        var said = await host.SendAsync(HttpMethod.Post, "/v1/contact-checks", content);

        Assert.Contains(told, said.IsProblem(HttpStatusCode.UnsupportedMediaType, "unsupported-media-type").Text, StringComparison.Ordinal);
    }

    static async Task TrickleAsync(NetworkStream stream, Task until)
    {
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        try
        {
            for (var sent = 0; sent < Length && !until.IsCompleted && await ticks.WaitForNextTickAsync(TestContext.Current.CancellationToken); sent++)
            {
                await stream.WriteAsync(" "u8.ToArray(), TestContext.Current.CancellationToken);
            }
        }
        catch (IOException)
        {
            // Answered and hung up between two bytes.
        }
    }

    /// <summary>The first of what is answered.</summary>
    static async Task<string> ReadAsync(NetworkStream stream)
    {
        var buffer = new byte[4_096];
        return Encoding.ASCII.GetString(buffer.AsSpan(0, await stream.ReadAsync(buffer, TestContext.Current.CancellationToken)));
    }
}
