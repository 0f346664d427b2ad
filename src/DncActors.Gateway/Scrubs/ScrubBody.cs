using System.IO.Pipelines;
using System.Threading.Channels;

namespace DncActors.Gateway.Scrubs;

/// <summary>
/// Reads a body into chunks ahead of those who check and answer them, on the other core, and no further ahead than the few chunks that there are: whoever reads
/// the answer slowly is read from slowly. What has come is passed on when nothing more is there, so that a slow body is answered line by line.
/// </summary>
sealed class ScrubBody : IAsyncDisposable
{
    /// <summary>One is filled, one waits, one is answered.</summary>
    const int ChunkCount = 3;

    readonly PipeReader _body;
    readonly ScrubLines _lines;
    readonly ScrubChunk[] _chunks;
    readonly Channel<ScrubChunk> _free = Channel.CreateBounded<ScrubChunk>(ChunkCount);
    readonly Channel<ScrubChunk> _filled = Channel.CreateBounded<ScrubChunk>(ChunkCount);
    readonly Task _reading;

    internal ScrubBody(PipeReader body, ScrubLines lines, bool emails)
    {
        (_body, _lines) = (body, lines);
        _chunks = [.. Enumerable.Range(0, ChunkCount).Select(_ => new ScrubChunk(emails))];
        foreach (var chunk in _chunks) _free.Writer.TryWrite(chunk);
        _reading = ReadAsync();
    }

    /// <summary>In order; each is to be given back. Ends with the exception that ended the reading.</summary>
    internal IAsyncEnumerable<ScrubChunk> ChunksAsync() => _filled.Reader.ReadAllAsync(CancellationToken.None);

    internal void GiveBack(ScrubChunk chunk) => _free.Writer.TryWrite(chunk);

    public async ValueTask DisposeAsync()
    {
        _free.Writer.TryComplete();
        // Cancelled for nothing, the web server would take it for its own next request.
        if (!_reading.IsCompleted) _body.CancelPendingRead();
        await _reading;
        foreach (var chunk in _chunks) chunk.Dispose();
    }

    async Task ReadAsync()
    {
        try
        {
            await ReadToEndAsync();
            _filled.Writer.TryComplete();
        }
#pragma warning disable CA1031 // Whatever it is, it comes out where the chunks are taken, behind those that are whole.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            _filled.Writer.TryComplete(fault);
        }
    }

    async Task ReadToEndAsync()
    {
        var chunk = await _free.Reader.ReadAsync();
        chunk.Begin([]);
        var hasUnread = false;
        for (var isLast = false; !isLast || chunk.Length > 0;)
        {
            if (!isLast && !hasUnread) isLast = await FillAsync(chunk);
            _lines.Read(chunk, isLast);
            hasUnread = chunk.HasAllLines;
            if (chunk.Used == 0) continue;
            var next = await _free.Reader.ReadAsync();
            next.Begin(chunk.Text[chunk.Used..]);
            _filled.Writer.TryWrite(chunk);
            chunk = next;
        }
    }

    /// <summary>Waits for something, then takes what is there and fits; true when nothing comes behind it.</summary>
    async ValueTask<bool> FillAsync(ScrubChunk chunk)
    {
        for (var read = await _body.ReadAsync(); ;)
        {
            if (read.IsCanceled) throw new OperationCanceledException("The answer has ended.");
            var taken = chunk.Take(read.Buffer);
            var isLast = read.IsCompleted && taken == read.Buffer.Length;
            _body.AdvanceTo(read.Buffer.GetPosition(taken));
            if (isLast || chunk.IsFull || !_body.TryRead(out read)) return isLast;
        }
    }
}
