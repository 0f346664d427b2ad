using System.Runtime.CompilerServices;
using System.Text;
using DncActors.Contracts.Imports;
using DncActors.Domain.Outcomes;
using DncActors.Gateway.Requests;
using Sylvan.Data.Csv;

namespace DncActors.Gateway.Imports;

/// <summary>Reads a CSV body record by record. The header is line 1; a record is a line, even where a quoted text breaks one.</summary>
sealed class CsvLines
{
    static readonly CsvDataReaderOptions Options = new() { HasHeaders = false, Comment = '\0', BufferSize = NdJsonLines.MaxLineBytes };

    readonly CsvDataReader _reader;

    CsvLines(CsvDataReader reader, CsvColumns columns)
    {
        _reader = reader;
        Columns = columns;
    }

    internal CsvColumns Columns { get; }

    /// <summary>Why reading stopped before the end; null where it did not.</summary>
    internal Refusal? Broken { get; private set; }

    /// <summary>Reads the header.</summary>
    internal static async Task<Outcome<CsvLines>> OpenAsync(Stream body, Func<string, bool> isKnown, string known, CancellationToken cancellation)
    {
        try
        {
            var reader = await CsvDataReader.CreateAsync(new StreamReader(body, Encoding.UTF8), Options, cancellation);
            if (!await reader.ReadAsync(cancellation))
                return Refusal.Validation(new FieldError("", $"The file is empty: write a header line first, with some of {known}."));
            var columns = CsvColumns.Read([.. Enumerable.Range(0, reader.RowFieldCount).Select(reader.GetString)], isKnown, known);
            return columns.Ok ? new CsvLines(reader, columns.Value) : columns.Refusal;
        }
        catch (Exception exception) when (WhyBroken(exception) is { } why)
        {
            return why;
        }
    }

    internal async IAsyncEnumerable<ImportLine<T>> ReadAsync<T>(
        Func<CsvDataReader, Outcome<T>> read, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        for (var number = 2L; ; number++)
        {
            var outcome = default(Outcome<T>);
            try
            {
                if (!await _reader.ReadAsync(cancellation)) yield break;
                if (IsBlank()) continue;
                outcome = ReadRow(read);
            }
            catch (Exception exception) when (WhyBroken(exception) is { } why)
            {
                Broken = why with { Detail = $"Line {number}: {why.Detail}" };
            }
            if (Broken is not null) yield break;
            yield return new ImportLine<T>(number, outcome);
        }
    }

    Outcome<T> ReadRow<T>(Func<CsvDataReader, Outcome<T>> read)
    {
        for (var i = 0; i < _reader.RowFieldCount; i++)
        {
            var bad = _reader.GetFieldSpan(i).Contains('\uFFFD')
                ? "The line holds bytes that are not UTF-8: encode the file so."
                : JsonTexts.WhyNot(_reader.GetFieldSpan(i));
            if (bad is not null) return Refusal.Validation(new FieldError("", bad));
        }
        return read(_reader);
    }

    bool IsBlank() => _reader.RowFieldCount == 0 || (_reader.RowFieldCount == 1 && _reader.GetFieldSpan(0).IsWhiteSpace());

    static Refusal? WhyBroken(Exception exception) => exception switch
    {
        CsvRecordTooLargeException => Refusal.Validation(new FieldError(
            "", $"the record is longer than {NdJsonLines.MaxLineBytes} characters. A quote that is not closed does that; the file cannot be read further.")),
        CsvFormatException or InvalidDataException or FormatException => Refusal.Validation(new FieldError(
            "", "the record is not well-formed CSV (a quote inside a text is written twice); the file cannot be read further.")),
        _ => null,
    };
}
