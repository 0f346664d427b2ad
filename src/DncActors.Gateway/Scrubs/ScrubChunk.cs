using System.Buffers;
using DncActors.Contracts.ContactChecks;

namespace DncActors.Gateway.Scrubs;

/// <summary>Some whole lines of a scrub as they came, what was read of them, and the verdicts. Made once, filled again and again.</summary>
sealed class ScrubChunk(bool emails) : IDisposable
{
    /// <summary>Four times the longest line; so many are read, judged and written as one.</summary>
    internal const int Bytes = 256 * 1024;

    /// <summary>Shorter lines than a phone's make a smaller chunk.</summary>
    internal const int MaxLines = 24 * 1024;

    readonly byte[] _bytes = ArrayPool<byte>.Shared.Rent(Bytes);
    readonly ScrubLine[] _lines = ArrayPool<ScrubLine>.Shared.Rent(MaxLines);
    readonly ulong[] _numbers = emails ? [] : ArrayPool<ulong>.Shared.Rent(MaxLines);
    readonly string?[] _emails = emails ? ArrayPool<string?>.Shared.Rent(MaxLines) : [];
    readonly CheckVerdict[] _verdicts = ArrayPool<CheckVerdict>.Shared.Rent(MaxLines);
    int _lineCount;

    internal bool AreEmails => emails;

    /// <summary>What came and fits.</summary>
    internal Span<byte> Text => _bytes.AsSpan(0, Length);

    internal int Length { get; private set; }

    /// <summary>How much of the text is lines; what is behind them goes into the next chunk.</summary>
    internal int Used { get; private set; }

    internal bool IsFull => Length == Bytes;

    /// <summary>No more lines go in, though there may be some in the text.</summary>
    internal bool HasAllLines => _lineCount == MaxLines;

    internal ReadOnlySpan<ScrubLine> Lines => _lines.AsSpan(0, _lineCount);

    /// <summary>How many lines there are to check.</summary>
    internal int Judged { get; private set; }

    internal ReadOnlyMemory<ulong> Numbers => _numbers.AsMemory(0, Judged);

    internal ReadOnlyMemory<string?> Emails => _emails.AsMemory(0, Judged);

    internal Memory<CheckVerdict> Verdicts => _verdicts.AsMemory(0, Judged);

    /// <summary>Begins anew, with what the chunk before it did not use.</summary>
    internal void Begin(ReadOnlySpan<byte> left)
    {
        left.CopyTo(_bytes);
        (Length, Used, _lineCount, Judged) = (left.Length, 0, 0, 0);
    }

    /// <summary>Takes as much as fits; returns how much that was.</summary>
    internal int Take(in ReadOnlySequence<byte> bytes)
    {
        var taken = (int)Math.Min(bytes.Length, Bytes - Length);
        bytes.Slice(0, taken).CopyTo(_bytes.AsSpan(Length));
        Length += taken;
        return taken;
    }

    /// <summary>Leaves out what it begins with, before any line is read.</summary>
    internal void Drop(int bytes)
    {
        Text[bytes..].CopyTo(_bytes);
        Length -= bytes;
    }

    internal void Add(in ScrubLine line)
    {
        _lines[_lineCount++] = line;
        Used = line.Next;
    }

    /// <param name="number">0 for what cannot be read as a phone.</param>
    internal void Add(in ScrubLine line, ulong number)
    {
        _numbers[Judged++] = number;
        Add(line);
    }

    /// <param name="email">Null for what cannot be read as one.</param>
    internal void Add(in ScrubLine line, string? email)
    {
        _emails[Judged++] = email;
        Add(line);
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        ArrayPool<ScrubLine>.Shared.Return(_lines);
        ArrayPool<CheckVerdict>.Shared.Return(_verdicts);
        if (emails) ArrayPool<string?>.Shared.Return(_emails, clearArray: true);
        else ArrayPool<ulong>.Shared.Return(_numbers);
    }
}
