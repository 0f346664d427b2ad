using System.Buffers;
using DncActors.Gateway.Errors;
using Microsoft.AspNetCore.Http;

namespace DncActors.Gateway.Requests;

/// <summary>A whole request body in pooled memory; give it back by disposing. Grows with what arrives, not with what was announced.</summary>
struct BodyBuffer : IDisposable
{
    const int FirstBytes = 4 * 1024;
    const int MostAtFirst = 64 * 1024;

    byte[] _bytes;

    BodyBuffer(int capacity) => _bytes = ArrayPool<byte>.Shared.Rent(capacity);

    internal int Length { get; private set; }

    internal readonly ReadOnlyMemory<byte> Bytes => _bytes.AsMemory(0, Length);

    /// <exception cref="BadHttpRequestException">Larger than the limit (413), or slower than the time-out (408).</exception>
    internal static async ValueTask<BodyBuffer> ReadAsync(HttpContext context, long limit, TimeSpan timeout)
    {
        if (context.Request.ContentLength > limit) throw TooLarge(limit);
        var body = new BodyBuffer((int)Math.Clamp(context.Request.ContentLength ?? FirstBytes, 256, MostAtFirst));
        try
        {
            using var slow = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
            var (reader, waits) = (context.Request.BodyReader, false);
            while (true)
            {
                var reading = reader.ReadAsync(slow.Token);
                // Once: a body that trickles would put the end off with every byte.
                if (!reading.IsCompleted && !waits) slow.CancelAfter(timeout);
                waits |= !reading.IsCompleted;
                var read = await reading;
                if (body.Length + read.Buffer.Length > limit) throw TooLarge(limit);
                foreach (var segment in read.Buffer) body.Append(segment.Span);
                reader.AdvanceTo(read.Buffer.End);
                if (read.IsCompleted) return body;
            }
        }
        catch (OperationCanceledException) when (!context.RequestAborted.IsCancellationRequested)
        {
            body.Dispose();
            throw new BadHttpRequestException($"The body took longer than {timeout.TotalSeconds} s.", StatusCodes.Status408RequestTimeout);
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
        Length = 0;
    }

    static BadHttpRequestException TooLarge(long limit) => new($"The body is larger than {limit} bytes.", ProblemKinds.TooLarge.Status);

    void Append(ReadOnlySpan<byte> more)
    {
        if (Length + more.Length > _bytes.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(Length + more.Length, _bytes.Length * 2));
            Bytes.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = larger;
        }
        more.CopyTo(_bytes.AsSpan(Length));
        Length += more.Length;
    }
}
