using System.Text;

namespace DncActors.Gateway.Imports;

/// <summary>
/// The text of a CSV with every line end as LF, and with its header alone in the first read. The CSV reader takes a lone CR for a line end or for text, and
/// finds the separator, by what happens to be in its buffer: the same file must be read as the same lines however it arrives, or its repeat would be another
/// import.
/// </summary>
sealed class CsvText(Stream body) : TextReader
{
    const char Return = '\r';
    const char Feed = '\n';

    readonly StreamReader _text = new(body, Encoding.UTF8);
    bool _begun;
    bool _afterReturn;

    public override async ValueTask<int> ReadAsync(Memory<char> buffer, CancellationToken cancellationToken = default)
    {
        var length = 0;
        while (length < buffer.Length)
        {
            var read = await _text.ReadAsync(buffer.Slice(length, _begun ? buffer.Length - length : 1), cancellationToken);
            if (read == 0) break;
            length += Normalize(buffer.Span.Slice(length, read));
            if (length > 0 && (_begun || buffer.Span[length - 1] == Feed)) break;
        }
        _begun = true;
        return length;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _text.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>In place: CR LF, and CR alone, become LF. Returns how many characters are left.</summary>
    int Normalize(Span<char> text)
    {
        var (from, to) = (_afterReturn && text[0] == Feed ? 1 : 0, 0);
        _afterReturn = text[^1] == Return;
        while (from < text.Length)
        {
            var run = text[from..].IndexOf(Return);
            if (run < 0) run = text.Length - from;
            if (from != to) text.Slice(from, run).CopyTo(text[to..]);
            (from, to) = (from + run, to + run);
            if (from == text.Length) break;
            text[to++] = Feed;
            from += from + 1 < text.Length && text[from + 1] == Feed ? 2 : 1;
        }
        return to;
    }
}
