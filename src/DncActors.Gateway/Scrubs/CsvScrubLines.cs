using System.Text;
using DncActors.Client;
using DncActors.Client.ContactChecks;
using DncActors.Client.Scrubs;
using DncActors.Gateway.Errors;

namespace DncActors.Gateway.Scrubs;

/// <summary>A CSV, record by record, each left as it came.</summary>
sealed class CsvScrubLines(ScrubQuestion question) : ScrubLines
{
    const byte Quote = (byte)'"';

    readonly byte[] _cell = new byte[ScrubLimits.MaxLineBytes];
    readonly byte[] _delimiter = [question.Csv.Delimiter ?? (byte)','];
    CsvForm? _form;
    ScrubWords? _words;
    bool _begun;
    int _column;

    internal override string ContentType => DncMediaTypes.Csv + "; charset=utf-8";

    internal override bool EndsWithSummary => false;

    internal override ScrubWords Words => _words ??= WordsOf(_form?.Delimiter ?? (byte)',');

    internal override void Read(ScrubChunk chunk, bool isLast)
    {
        ReadOnlySpan<byte> text = chunk.Text;
        var at = 0;
        if (!_begun)
        {
            if (!isLast && text.Length < 3 && "\uFEFF"u8.StartsWith(text)) return;
            // A mark at the beginning belongs to no cell; it passes through with the first line.
            if (text.StartsWith("\uFEFF"u8)) at = 3;
        }
        while (at < text.Length && !chunk.HasAllLines)
        {
            var length = LengthOf(text[at..], isLast);
            if (length < 0) break;
            if (length > ScrubLimits.MaxLineBytes) throw ScrubRefusals.TooLong();
            Add(chunk, at, text.Slice(at, length));
            at += length;
            _begun = true;
        }
        if (isLast && at == text.Length && chunk.Used < at) chunk.Add(new ScrubLine(at, at, at, ScrubLineKind.Passed));
        if (chunk.HasAllLines || at == text.Length) return;
        if (text.Length - at > ScrubLimits.MaxLineBytes) throw ScrubRefusals.TooLong();
        if (isLast) throw ScrubRefusals.Unclosed();
    }

    int LengthOf(ReadOnlySpan<byte> text, bool isLast) =>
        CsvRecord.LengthOf(text, _form is null && question.Csv.Delimiter is null ? CsvRecord.UsualDelimiters : _delimiter, isLast);

    void Add(ScrubChunk chunk, int at, ReadOnlySpan<byte> record)
    {
        var next = at + record.Length;
        record = CsvRecord.WithoutLineEnd(record);
        var end = at + record.Length;
        if (record.Length == 0)
        {
            chunk.Add(new ScrubLine(end, end, next, ScrubLineKind.Passed));
        }
        else if (_form is null && Begin(record).HasHeader)
        {
            chunk.Add(new ScrubLine(end, end, next, ScrubLineKind.Header));
        }
        else
        {
            ScrubPoints.Add(chunk, new ScrubLine(end, end, next, ScrubLineKind.Judged), CellOf(record), question.Region);
        }
    }

    CsvForm Begin(ReadOnlySpan<byte> record)
    {
        if (!CsvForm.TryRead(record, question.Csv, question.Field, out _form, out var why))
            throw new ScrubEndedException(Problem.Of(ScrubParameters.Column.Name, $"'{Requests.Quote.Of(question.Csv.Column)}' is not read here: {why}."));
        _delimiter[0] = _form!.Delimiter;
        _column = _form.Columns[0];
        return _form;
    }

    ReadOnlySpan<byte> CellOf(ReadOnlySpan<byte> record)
    {
        if (_form!.Columns.Count > 1) return JoinedCells(record);
        if (!CsvRecord.TryFind(record, _form.Delimiter, _column, out var field)) return [];
        if (field.Length == 0 || field[0] != Quote) return field;
        return _cell.AsSpan(0, CsvRecord.Unquote(field, _cell));
    }

    ReadOnlySpan<byte> JoinedCells(ReadOnlySpan<byte> record)
    {
        var length = 0;
        foreach (var column in _form!.Columns)
        {
            if (!CsvRecord.TryFind(record, _form.Delimiter, column, out var field)) return [];
            length += CsvRecord.Unquote(field, _cell.AsSpan(length));
        }
        return _cell.AsSpan(0, length);
    }

    static ScrubWords WordsOf(byte delimiter)
    {
        return new(
            Of("verdict", "reason"),
            Of(VerdictNames.Allowed, ""),
            Of(VerdictNames.Blocked, ScrubReasonCodes.DncEntry),
            Of(VerdictNames.Invalid, ScrubReasonCodes.Unreadable),
            0, [], []);

        byte[] Of(string verdict, string reason) => Encoding.ASCII.GetBytes($"{(char)delimiter}{Cell(verdict)}{(char)delimiter}{Cell(reason)}");

        string Cell(string text) => text.Contains((char)delimiter, StringComparison.Ordinal) ? $"\"{text}\"" : text;
    }
}
