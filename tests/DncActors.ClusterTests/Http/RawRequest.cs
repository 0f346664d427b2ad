using System.Net.Sockets;
using System.Text;

namespace DncActors.ClusterTests.Http;

/// <summary>A request byte by byte, as no decent client sends one: cut, late, or never ending.</summary>
public sealed class RawRequest : IAsyncDisposable
{
    /// <summary>Far longer than any time-out of the service, on a busy machine too.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    readonly Socket socket;
    readonly NetworkStream stream;

    RawRequest(Socket socket)
    {
        this.socket = socket;
        stream = new NetworkStream(socket);
    }

    public static async Task<RawRequest> OpenAsync(Uri address)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(address.Host, address.Port, TestContext.Current.CancellationToken);
        return new(socket);
    }

    /// <summary>The head of a request, without the empty line that ends it.</summary>
    public static string Head(HttpMethod method, string path, string? key, string mediaType) =>
        $"{method} {path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {key}\r\nContent-Type: {mediaType}\r\n";

    public Task SendAsync(string text) => stream.WriteAsync(Encoding.UTF8.GetBytes(text), TestContext.Current.CancellationToken).AsTask();

    /// <summary>Sends the text again and again, until what was begun ends or the server has hung up.</summary>
    public async Task DripAsync(string drop, TimeSpan every, Task until)
    {
        using var ticks = new PeriodicTimer(every);
        try
        {
            while (!until.IsCompleted && await ticks.WaitForNextTickAsync(TestContext.Current.CancellationToken)) await SendAsync(drop);
        }
        catch (IOException)
        {
            // The server has said what it had to say.
        }
    }

    /// <summary>As a client ends that was killed.</summary>
    public void Reset() => socket.Close(0);

    /// <summary>All that is answered until the server hangs up.</summary>
    public Task<string> AnswerAsync() => AnswerAsync(null);

    /// <summary>What is answered until this is, or until the server hangs up.</summary>
    public async Task<string> AnswerAsync(string? until)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        var answer = new StringBuilder();
        var buffer = new byte[4_096];
        try
        {
            while (await stream.ReadAsync(buffer, patience.Token) is > 0 and var read)
            {
                answer.Append(Encoding.UTF8.GetString(buffer.AsSpan(0, read)));
                if (until is not null && answer.ToString().Contains(until, StringComparison.Ordinal)) break;
            }
        }
        catch (IOException)
        {
            // Hung up while something was still being sent.
        }
        return answer.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        await stream.DisposeAsync();
        socket.Dispose();
    }
}
