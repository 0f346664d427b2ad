using System.Runtime.CompilerServices;
using DncActors.Contracts.Imports;
using DncActors.Domain.Outcomes;
using DncActors.Gateway.Requests;
using Sylvan.Data.Csv;

namespace DncActors.Gateway.Imports;

/// <summary>Reads a CSV body record by record. The header is line 1; a record is a line, even where a quoted text breaks one.</summary>
sealed class CsvLines
{
    /// <summary>The CSV reader passes over lines that begin with this, in silence: half of a character, which no line of decoded text begins with.</summary>
    const char NoComment = '\uDC00';

    static readonly CsvDataReaderOptions Options = new() { HasHeaders = false, Comment = NoComment, BufferSize = NdJsonLines.MaxLineBytes };

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
            var reader = await CsvDataReader.CreateAsync(new CsvText(body), Options, cancellation);
            if (!await reader.ReadAsync(cancellation))
                return Refusal.Validation(new FieldError("", $"The file is empty: write a header line first, with some of {known}."));
            if (IsBlank(reader)) return Refusal.Validation(new FieldError("", $"Line 1 is empty: write a header there, with some of {known}."));
            if (WhyNotText(reader) is { } bad) return Refusal.Validation(new FieldError("", $"Line 1, column {bad.Ordinal + 1}: {bad.Why}"));
            var columns = CsvColumns.Read([.. Enumerable.Range(0, reader.RowFieldCount).Select(reader.GetString)], isKnown, known);
            return columns.Ok ? new CsvLines(reader, columns.Value) : columns.Refusal;
        }
        catch (Exception exception) when (WhyBroken(exception) is { } why)
        {
            return At(1, why);
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
                if (IsBlank(_reader)) continue;
                outcome = ReadRow(read);
            }
            catch (Exception exception) when (WhyBroken(exception) is { } why)
            {
                Broken = At(number, why);
            }
            if (Broken is not null) yield break;
            yield return new ImportLine<T>(number, outcome);
        }
    }

    Outcome<T> ReadRow<T>(Func<CsvDataReader, Outcome<T>> read) =>
        WhyNotText(_reader) is { } bad ? Refusal.Validation(new FieldError(Columns.NameOf(bad.Ordinal), bad.Why)) : read(_reader);

    static (int Ordinal, string Why)? WhyNotText(CsvDataReader reader)
    {
        for (var i = 0; i < reader.RowFieldCount; i++)
        {
            var field = reader.GetFieldSpan(i);
            if (field.Contains('\uFFFD')) return (i, "The text holds bytes that are not UTF-8: encode the file as UTF-8.");
            if (JsonTexts.WhyNot(field) is { } bad) return (i, bad);
        }
        return null;
    }

    static bool IsBlank(CsvDataReader reader) => reader.RowFieldCount == 0 || (reader.RowFieldCount == 1 && reader.GetFieldSpan(0).IsWhiteSpace());

    static Refusal At(long line, string why) => Refusal.Validation(new FieldError("", $"Line {line}: {why} The file cannot be read further."));

    static string? WhyBroken(Exception exception) => exception switch
    {
        CsvRecordTooLargeException =>
            $"The record is longer than {NdJsonLines.MaxLineBytes} characters: a quote that is not closed does that. Close it, or write less.",
        CsvFormatException or InvalidDataException or FormatException =>
            "The record is not well-formed CSV: a text with a quote inside stands in quotes, and the quote inside is written twice.",
        _ => null,
    };
}
