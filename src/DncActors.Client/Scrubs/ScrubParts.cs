using System.Globalization;

namespace DncActors.Client.Scrubs;

/// <summary>
/// Cuts a file between lines. A part is smaller than what a gateway takes in before anybody reads its answer: .NET's HTTP/1.1 client does not read while it
/// sends, and with more than that both sides would wait for each other. And a part that failed can be sent again, where a file would have to be begun anew.
/// </summary>
sealed class ScrubParts(Stream file, ScrubOptions options)
{
    /// <summary>With a line at its end that is as long as a line may be, it is less than the 1 MiB that may be sent first.</summary>
    internal const int PartBytes = 512 * 1024;

    byte[] _left = [];
    CsvForm? _form;
    bool _isEnd;

    bool IsCsv => options.MediaType == DncMediaTypes.Csv;

    /// <summary>Null behind the last.</summary>
    internal async ValueTask<ScrubPart?> NextAsync(CancellationToken cancellation)
    {
        var part = await FillAsync(cancellation);
        if (part.Length == 0) return null;
        var begins = _form is null && TryReadForm(part);
        var length = _isEnd ? part.Length : LengthOfLines(part);
        _left = part[length..];
        return new ScrubPart(part.AsMemory(0, length), Known(begins), begins && _form!.HasHeader);
    }

    async ValueTask<byte[]> FillAsync(CancellationToken cancellation)
    {
        var part = new byte[PartBytes];
        _left.CopyTo(part, 0);
        var length = _left.Length;
        while (!_isEnd && length < PartBytes)
        {
            var read = await file.ReadAsync(part.AsMemory(length), cancellation);
            _isEnd = read == 0;
            length += read;
        }
        return length == PartBytes ? part : part[..length];
    }

    bool TryReadForm(ReadOnlySpan<byte> text)
    {
        if (!IsCsv) return false;
        if (text.StartsWith("\uFEFF"u8)) text = text[3..];
        while (!text.IsEmpty)
        {
            var delimiters = options.Csv.Delimiter is { } known ? [known] : CsvRecord.UsualDelimiters;
            var length = CsvRecord.LengthOf(text, delimiters, _isEnd);
            if (length < 0) return false;
            var record = CsvRecord.WithoutLineEnd(text[..length]);
            // What does not fit is sent as it was asked: the gateway says what to write instead.
            if (!record.IsEmpty) return CsvForm.TryRead(record, options.Csv, options.Field, out _form, out _);
            text = text[length..];
        }
        return false;
    }

    /// <summary>Up to the end of the last whole line; all of it where there is none, for the gateway to refuse.</summary>
    int LengthOfLines(ReadOnlySpan<byte> part)
    {
        var at = 0;
        if (!IsCsv || _form is null)
        {
            at = part.LastIndexOf((byte)'\n') + 1;
        }
        else
        {
            Span<byte> delimiter = [_form.Delimiter];
            if (_left.Length == 0 && part.StartsWith("\uFEFF"u8)) at = 3;
            while (CsvRecord.LengthOf(part[at..], delimiter, isLast: false) is > 0 and var length) at += length;
        }
        return at == 0 ? part.Length : at;
    }

    CsvAsked Known(bool begins) => _form is null ? options.Csv : new CsvAsked
    {
        Delimiter = _form.Delimiter,
        Column = string.Join('+', _form.Columns.Select(c => (c + 1).ToString(CultureInfo.InvariantCulture))),
        HasHeader = begins && _form.HasHeader,
    };
}
