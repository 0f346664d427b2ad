using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using DncActors.Contracts.Imports;
using DncActors.Domain.Outcomes;

namespace DncActors.Gateway.Imports;

/// <summary>
/// Reads a body line by line: each is read where it lies in the buffer, none is kept, and the client is read from no faster than the lines are taken.
/// </summary>
static class NdJsonLines
{
    /// <summary>The most bytes of a line.</summary>
    internal const int MaxLineBytes = 64 * 1024;

    static ReadOnlySpan<byte> White => " \t\r"u8;

    static readonly Refusal TooLong = Refusal.Validation(new FieldError("", $"The line is longer than {MaxLineBytes} bytes: write a shorter one."));

    internal static async IAsyncEnumerable<ImportLine<T>> ReadAsync<T>(
        PipeReader body, Func<ReadOnlyMemory<byte>, Outcome<T>> read, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var (number, skipping) = (0L, false);
        while (true)
        {
            var result = await body.ReadAsync(cancellation);
            var buffer = result.Buffer;
            while (TryTakeLine(ref buffer, result.IsCompleted, out var line))
            {
                number++;
                if (skipping || line.Length > MaxLineBytes) yield return new ImportLine<T>(number, TooLong);
                else if (Trim(line) is { IsEmpty: false } text) yield return new ImportLine<T>(number, read(text));
                skipping = false;
            }
            if (buffer.Length > MaxLineBytes)
            {
                // Its end is not here yet: what came is let go of, and the line refused when its end comes.
                skipping = true;
                buffer = buffer.Slice(buffer.End);
            }
            body.AdvanceTo(buffer.Start, result.Buffer.End);
            if (result.IsCompleted) break;
        }
        if (skipping) yield return new ImportLine<T>(number + 1, TooLong);
    }

    static bool TryTakeLine(ref ReadOnlySequence<byte> buffer, bool isLast, out ReadOnlySequence<byte> line)
    {
        line = default;
        if (buffer.PositionOf((byte)'\n') is { } end)
        {
            line = buffer.Slice(0, end);
            buffer = buffer.Slice(buffer.GetPosition(1, end));
            return true;
        }
        if (!isLast || buffer.IsEmpty) return false;
        line = buffer;
        buffer = buffer.Slice(buffer.End);
        return true;
    }

    static ReadOnlyMemory<byte> Trim(in ReadOnlySequence<byte> line)
    {
        var bytes = line.IsSingleSegment ? line.First : line.ToArray();
        if (bytes.Span.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        return bytes.Trim(White);
    }
}
