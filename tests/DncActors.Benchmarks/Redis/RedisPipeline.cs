using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using DncActors.Benchmarks.Load;

namespace DncActors.Benchmarks.Redis;

/// <summary>Redis without a web server in front of it: many questions in one writing, and their answers, on several connections at once.</summary>
static class RedisPipeline
{
    const int Depth = 64;
    const int Connections = 4;

    /// <summary>Of a SADD, and of how many of them are sent before their answers are read.</summary>
    const int Filled = 1_000;

    /// <summary>":0\r\n" or ":1\r\n".</summary>
    const int AnswerBytes = 4;

    public static void Fill(RedisServer server, Listing listing)
    {
        using var socket = server.Connect();
        var text = new StringBuilder();
        for (var begin = 0; begin < listing.Entries; begin += Filled)
        {
            var count = Math.Min(Filled, listing.Entries - begin);
            text.Clear().Append(CultureInfo.InvariantCulture, $"*{count + 2}\r\n");
            Append(text, "SADD");
            Append(text, RedisServer.Set);
            for (var i = begin; i < begin + count; i++) Append(text, listing.ListedNumber(i).ToString(CultureInfo.InvariantCulture));
            Send(socket, Encoding.ASCII.GetBytes(text.ToString()));
            var expected = string.Create(CultureInfo.InvariantCulture, $":{count}\r\n");
            var answer = Encoding.ASCII.GetString(Receive(socket, new byte[expected.Length]));
            if (answer != expected) throw new InvalidOperationException($"Redis did not add {count} phones: {answer}");
        }
    }

    /// <summary>How many SISMEMBER a second it answers, and the microseconds of its processor time that each takes.</summary>
    public static (double PerSecond, double Cpu) Measure(RedisServer server, Listing listing, TimeSpan length)
    {
        var questions = Questions(listing);
        var sockets = Enumerable.Range(0, Connections).Select(_ => server.Connect()).ToArray();
        var answers = new byte[Depth * AnswerBytes];
        var (next, asked, listed) = (0, 0L, 0L);
        var cpu = server.Cpu;
        var begun = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(begun) < length)
        {
            foreach (var socket in sockets) Send(socket, questions[next++ % questions.Length]);
            foreach (var socket in sockets) listed += Receive(socket, answers).AsSpan().Count((byte)'1');
            asked += Connections * Depth;
        }
        var took = Stopwatch.GetElapsedTime(begun);
        foreach (var socket in sockets) socket.Dispose();
        if (Math.Abs(((double)listed / asked) - (1.0 / Listing.OneIn)) > 0.01) throw new InvalidOperationException($"{listed} of {asked} are listed.");
        return (asked / took.TotalSeconds, (server.Cpu - cpu).TotalMicroseconds / asked);
    }

    /// <summary>In the order in which the others are asked too.</summary>
    static byte[][] Questions(Listing listing)
    {
        var n = 0;
        return [.. Enumerable.Range(0, listing.Asked / Depth).Select(_ => Encoding.ASCII.GetBytes(Depths()))];

        string Depths()
        {
            var text = new StringBuilder();
            for (var i = 0; i < Depth; i++)
            {
                n = (n + 7919) % listing.Asked;
                text.Append("*3\r\n");
                Append(text, "SISMEMBER");
                Append(text, RedisServer.Set);
                Append(text, listing.AskedNumber(n).ToString(CultureInfo.InvariantCulture));
            }
            return text.ToString();
        }
    }

    static void Append(StringBuilder text, string word) => text.Append(CultureInfo.InvariantCulture, $"${word.Length}\r\n{word}\r\n");

    static void Send(Socket socket, ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0) bytes = bytes[socket.Send(bytes)..];
    }

    static byte[] Receive(Socket socket, byte[] into)
    {
        for (var at = 0; at < into.Length;)
        {
            var read = socket.Receive(into.AsSpan(at));
            if (read == 0) throw new InvalidOperationException("Redis has closed the connection.");
            at += read;
        }
        return into;
    }
}
