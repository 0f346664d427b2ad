using System.Buffers.Text;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace DncActors.Benchmarks.OpenLoop;

/// <summary>One connection, with one request at a time on it.</summary>
sealed class OpenLoopConnection : IDisposable
{
    static ReadOnlySpan<byte> Length => "Content-Length: "u8;

    readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    readonly byte[] _received = new byte[16 * 1024];
    readonly byte[] _request;
    readonly int _numberAt;
    readonly int _behindAt;
    int _length;

    public OpenLoopConnection(int port, string path, string key)
    {
        _socket.Connect(IPAddress.Loopback, port);
        var before = $"GET {path}?phone=%2B";
        var behind = $"&channel=call HTTP/1.1\r\nHost: 127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}\r\nAuthorization: Bearer {key}\r\n\r\n";
        // All of the phones have eleven digits.
        _numberAt = before.Length;
        _behindAt = before.Length + 11;
        _request = Encoding.ASCII.GetBytes(before + new string('0', 11) + behind);
    }

    public int Handle => (int)_socket.Handle;

    /// <summary>When what it waits for was due, and its place in the order of all; -1 for one that waits for nothing.</summary>
    public (long Due, int Index) Waiting { get; set; } = (0, -1);

    public void Ask(long number)
    {
        Utf8Formatter.TryFormat(number, _request.AsSpan(_numberAt, _behindAt - _numberAt), out _);
        _length = 0;
        if (_socket.Send(_request) != _request.Length) throw new InvalidOperationException("A request was not taken as a whole.");
    }

    /// <summary>Takes what is there; whether the answer is whole, and a good one.</summary>
    public (bool Whole, bool Good) Take()
    {
        var read = _socket.Receive(_received.AsSpan(_length));
        if (read == 0) throw new InvalidOperationException("The server has closed a connection.");
        _length += read;
        var answer = _received.AsSpan(0, _length);
        var head = answer.IndexOf("\r\n\r\n"u8);
        if (head < 0) return (false, false);
        var at = answer[..head].IndexOf(Length);
        var whole = at < 0
            ? answer.EndsWith("0\r\n\r\n"u8) && _length > head + 4
            : Utf8Parser.TryParse(answer[(at + Length.Length)..], out int body, out _) && _length == head + 4 + body;
        return (whole, answer.StartsWith("HTTP/1.1 200 "u8));
    }

    public void Dispose() => _socket.Dispose();
}
