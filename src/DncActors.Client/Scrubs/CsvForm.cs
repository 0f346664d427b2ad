using System.Globalization;
using System.Text;

namespace DncActors.Client.Scrubs;

/// <summary>How the records of a CSV are read, as its first line says.</summary>
/// <param name="Columns">From 0: the one, or those that make up the contact point together.</param>
/// <param name="HasHeader">Whether the first line is none to judge.</param>
public sealed record CsvForm(byte Delimiter, IReadOnlyList<int> Columns, bool HasHeader)
{
    const int MostColumns = 10_000;

    /// <summary>Reads the first line.</summary>
    /// <param name="record">The first record that is not empty, without its line end.</param>
    /// <param name="field">How the column would be called: <c>phone</c> or <c>email</c>.</param>
    /// <param name="form">Null when the line does not fit what was asked.</param>
    /// <param name="why">What to write instead; empty when there is a form.</param>
    public static bool TryRead(ReadOnlySpan<byte> record, CsvAsked asked, string field, out CsvForm? form, out string why)
    {
        (form, why) = (null, "");
        var delimiter = asked.Delimiter ?? CsvRecord.DelimiterOf(record);
        var names = NamesOf(record, delimiter);
        if (asked.Column is not { } column)
        {
            var found = asked.HasHeader == false ? -1 : IndexOf(names, field);
            var first = Math.Max(found, 0);
            form = new(delimiter, [first], asked.HasHeader ?? (found >= 0 || HoldsNothing(names[first], field)));
            return true;
        }
        if (TryReadNumbers(column, out var numbers, out why))
        {
            if (numbers.Any(n => n >= names.Count))
            {
                why = $"the first line has {names.Count} {(names.Count == 1 ? "column" : "columns")}: write a number from 1 to {names.Count}";
                return false;
            }
            form = new(delimiter, numbers, asked.HasHeader ?? HoldsNothing(string.Concat(numbers.Select(n => names[n])), field));
            return true;
        }
        if (why.Length > 0) return false;
        var at = asked.HasHeader == false ? -1 : IndexOf(names, column);
        why = at >= 0 ? "" : asked.HasHeader == false
            ? "without a header no column has a name: write its number, from 1"
            : "the first line has no column of that name: write it as it stands there, or its number, from 1";
        if (at >= 0) form = new(delimiter, [at], true);
        return at >= 0;
    }

    /// <summary>Numbers with a plus between them, which a query string may have made a space. False with a reason: numbers that cannot be.</summary>
    static bool TryReadNumbers(string column, out int[] numbers, out string why)
    {
        (numbers, why) = ([], "");
        var parts = column.Split('+', ' ');
        if (!parts.All(p => p.Length > 0 && p.All(char.IsAsciiDigit))) return false;
        why = $"write 1 to {ScrubLimits.MaxJoinedColumns} numbers from 1 to {MostColumns}, with a plus between them";
        if (parts.Length > ScrubLimits.MaxJoinedColumns) return false;
        numbers = [.. parts.Select(p => int.TryParse(p, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n - 1 : -1)];
        if (numbers.Any(n => n is < 0 or >= MostColumns)) return false;
        why = "";
        return true;
    }

    /// <summary>A line is a header where it has no digit to call, or no @ to write to.</summary>
    static bool HoldsNothing(string cell, string field) =>
        cell.Length > 0 && (field == "email" ? !cell.Contains('@', StringComparison.Ordinal) : !cell.Any(char.IsDigit));

    static int IndexOf(List<string> names, string name) => names.FindIndex(n => n.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase));

    static List<string> NamesOf(ReadOnlySpan<byte> record, byte delimiter)
    {
        var names = new List<string>();
        var buffer = new byte[record.Length];
        while (names.Count < MostColumns && CsvRecord.TryFind(record, delimiter, 0, out var field))
        {
            names.Add(Encoding.UTF8.GetString(buffer, 0, CsvRecord.Unquote(field, buffer)).Trim());
            if (field.Length == record.Length) break;
            record = record[(field.Length + 1)..];
        }
        return names;
    }
}
