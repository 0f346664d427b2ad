using System.Buffers.Binary;

namespace DncActors.Storage.Postgres;

/// <summary>
/// Rows as <c>copy … to stdout (format binary)</c> sends them, one at a time, as bytes: the driver's own reader makes of each column a call that may wait,
/// which took a third of the time of loading ten million entries. The format is PostgreSQL's
/// (https://www.postgresql.org/docs/current/sql-copy.html, Binary Format).
/// </summary>
/// <param name="stream">What the server sends; not disposed of.</param>
/// <param name="columns">How many columns a row has.</param>
internal sealed class PostgresCopyRows(Stream stream, int columns)
{
    const int BufferBytes = 64 * 1024;
    const int FixedHeader = 19;
    const int HeaderExtension = 15;
    const int End = -1;
    const int Null = -1;

    readonly (int Start, int Length)[] _fields = new (int, int)[columns];
    byte[] _buffer = new byte[BufferBytes];
    int _read;
    int _filled;
    bool _begun;

    /// <summary>Moves to the next row; false behind the last.</summary>
    /// <exception cref="InvalidDataException">It ends before its end, or a row has another number of columns.</exception>
    public ValueTask<bool> NextAsync(CancellationToken cancellation) =>
        _begun && TryNext() is { } there ? new(there) : WaitAsync(cancellation);

    public bool IsNull(int column) => _fields[column].Length == Null;

    /// <summary>The column's bytes, until the next row is moved to: a text's UTF-8, a number's in network order.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => _buffer.AsSpan(_fields[column].Start, Math.Max(0, _fields[column].Length));

    public short Short(int column) => BinaryPrimitives.ReadInt16BigEndian(Bytes(column));

    public long Long(int column) => BinaryPrimitives.ReadInt64BigEndian(Bytes(column));

    async ValueTask<bool> WaitAsync(CancellationToken cancellation)
    {
        while (true)
        {
            if (!_begun) _begun = TryBegin();
            if (_begun && TryNext() is { } there) return there;
            if (!await FillAsync(cancellation).ConfigureAwait(false)) throw new InvalidDataException("The server's rows end in the middle.");
        }
    }

    bool TryBegin()
    {
        if (_filled < FixedHeader) return false;
        var header = FixedHeader + BinaryPrimitives.ReadInt32BigEndian(_buffer.AsSpan(HeaderExtension));
        if (_filled < header) return false;
        _read = header;
        return true;
    }

    /// <summary>Null where the row is not all there yet.</summary>
    bool? TryNext()
    {
        var rest = _buffer.AsSpan(_read, _filled - _read);
        if (rest.Length < sizeof(short)) return null;
        var count = BinaryPrimitives.ReadInt16BigEndian(rest);
        if (count == End) return false;
        if (count != columns) throw new InvalidDataException($"A row of {count} columns where there should be {columns}.");
        var place = sizeof(short);
        for (var i = 0; i < columns; i++)
        {
            if (rest.Length - place < sizeof(int)) return null;
            var length = BinaryPrimitives.ReadInt32BigEndian(rest[place..]);
            place += sizeof(int);
            if (rest.Length - place < length) return null;
            _fields[i] = (_read + place, length);
            place += Math.Max(0, length);
        }
        _read += place;
        return true;
    }

    async ValueTask<bool> FillAsync(CancellationToken cancellation)
    {
        _buffer.AsSpan(_read, _filled - _read).CopyTo(_buffer);
        _filled -= _read;
        _read = 0;
        if (_filled == _buffer.Length) Array.Resize(ref _buffer, 2 * _buffer.Length);
        var got = await stream.ReadAsync(_buffer.AsMemory(_filled), cancellation).ConfigureAwait(false);
        _filled += got;
        return got > 0;
    }
}
