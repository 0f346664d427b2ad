using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using DncActors.Client;
using DncActors.Gateway.Errors;
using Microsoft.AspNetCore.Http;

namespace DncActors.Gateway.Scrubs;

/// <summary>
/// The answer's bytes, no faster than they are taken, and not for ever to one who does not take them. With HTTP/1.1 the parts are framed here (RFC 9112, 7.1):
/// the web server frames by itself only what has no trailer.
/// </summary>
sealed class ScrubOutput : IDisposable
{
    /// <summary>Room for some thousand lines, or for the longest.</summary>
    internal const int BlockBytes = 128 * 1024 - 2 * FrameBytes;

    const string Digits = "x8";
    const int FrameBytes = 16;
    const int HeadBytes = 10;
    const int EndBytes = 2;

    readonly HttpContext _context;
    readonly PipeWriter _writer;
    readonly TimeSpan _patience;
    readonly CancellationTokenSource _silence;
    readonly CancellationTokenRegistration _whenAborted;
    readonly bool _frames;
    Memory<byte> _block;

    internal ScrubOutput(HttpContext context, TimeSpan patience, TimeProvider time)
    {
        (_context, _patience) = (context, patience);
        _frames = HttpProtocol.IsHttp11(context.Request.Protocol);
        _writer = context.Response.BodyWriter;
        _silence = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        _whenAborted = context.RequestAborted.UnsafeRegister(static silence => ((CancellationTokenSource)silence!).Cancel(), _silence);
    }

    /// <summary>Begins the answer.</summary>
    internal Task StartAsync(string contentType)
    {
        var response = _context.Response;
        response.ContentType = contentType;
        response.Headers.CacheControl = "no-store";
        response.Headers.Trailer = DncHeaders.Summary;
        // Proxies that collect answers before they pass them on would read what the client does not.
        response.Headers["X-Accel-Buffering"] = "no";
        if (_frames) response.Headers.TransferEncoding = "chunked";
        return response.StartAsync(_context.RequestAborted);
    }

    /// <summary>A place to write into, with <see cref="BlockBytes"/> at least.</summary>
    internal Span<byte> Block()
    {
        if (!_frames) return _writer.GetSpan(BlockBytes);
        _block = _writer.GetMemory(BlockBytes + HeadBytes + EndBytes);
        return _block.Span[HeadBytes..^EndBytes];
    }

    /// <summary>Sends so much of the last block.</summary>
    internal ValueTask SendAsync(int length)
    {
        // A part of length 0 would be the end.
        if (length == 0) return ValueTask.CompletedTask;
        if (_frames)
        {
            var frame = _block.Span;
            length.TryFormat(frame, out _, Digits, CultureInfo.InvariantCulture);
            "\r\n"u8.CopyTo(frame[(HeadBytes - 2)..]);
            "\r\n"u8.CopyTo(frame[(HeadBytes + length)..]);
            length += HeadBytes + EndBytes;
        }
        _writer.Advance(length);
        return FlushAsync();
    }

    /// <summary>Ends a whole answer.</summary>
    internal ValueTask EndAsync(string summary)
    {
        if (!_frames)
        {
            _context.Response.AppendTrailer(DncHeaders.Summary, summary);
            return ValueTask.CompletedTask;
        }
        _writer.Write(Encoding.ASCII.GetBytes($"0\r\n{DncHeaders.Summary}: {summary}\r\n\r\n"));
        return FlushAsync();
    }

    public void Dispose()
    {
        _whenAborted.Dispose();
        _silence.Dispose();
    }

    async ValueTask FlushAsync()
    {
        try
        {
            var flushing = _writer.FlushAsync(_silence.Token);
            if (!flushing.IsCompleted) _silence.CancelAfter(_patience);
            var flushed = await flushing;
            _silence.CancelAfter(Timeout.InfiniteTimeSpan);
            if (flushed.IsCompleted || flushed.IsCanceled) throw new OperationCanceledException("The client is gone.");
        }
        catch (OperationCanceledException) when (!_context.RequestAborted.IsCancellationRequested)
        {
            throw new ScrubEndedException(new Problem(ProblemKinds.Timeout, "The answer was not taken in time: read it while the lines are sent."));
        }
    }
}
