using System.Collections.Immutable;
using DncActors.Domain.Outcomes;
using DncActors.Gateway.Errors;
using DncActors.Gateway.Requests;
using Sylvan.Data.Csv;

namespace DncActors.Gateway.Imports;

/// <summary>
/// The columns of a CSV by name: which there are, in which order, is the file's choice; one that is not known is refused, as an unknown field is.
/// </summary>
sealed class CsvColumns
{
    readonly Dictionary<string, int> _ordinals;

    CsvColumns(Dictionary<string, int> ordinals) => _ordinals = ordinals;

    internal IEnumerable<string> Names => _ordinals.Keys;

    /// <param name="isKnown">Whether a column of that name is read here.</param>
    /// <param name="known">The names to write instead, for people.</param>
    internal static Outcome<CsvColumns> Read(IReadOnlyList<string> header, Func<string, bool> isKnown, string known)
    {
        var ordinals = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var errors = ImmutableArray.CreateBuilder<FieldError>();
        for (var i = 0; i < header.Count && errors.Count <= Problem.MaxErrors; i++)
        {
            var name = header[i].Trim().TrimStart('\uFEFF');
            if (name.Length == 0) errors.Add(new FieldError("", $"Column {i + 1} has no name: name it, or take it out. There are: {known}."));
            else if (!isKnown(name)) errors.Add(new FieldError(Quote.Of(name), $"There is no column '{Quote.Of(name)}' here. There are: {known}."));
            else if (!ordinals.TryAdd(name, i)) errors.Add(new FieldError(Quote.Of(name), $"The column '{name}' is there twice: write it once."));
        }
        return errors.Count == 0 ? new CsvColumns(ordinals) : Refusal.Validation(errors.ToImmutable());
    }

    /// <summary>What the header calls a place in a record; empty for one behind its end.</summary>
    internal string NameOf(int ordinal) => _ordinals.FirstOrDefault(o => o.Value == ordinal).Key ?? "";

    /// <summary>The text in the column; null for one that is empty, short or not there.</summary>
    internal string? TextOf(CsvDataReader row, string name)
    {
        if (!_ordinals.TryGetValue(name, out var ordinal) || ordinal >= row.RowFieldCount) return null;
        var text = row.GetString(ordinal).Trim();
        return text.Length == 0 ? null : text;
    }

    /// <summary>The words of a column that holds several, separated by semicolons, commas, bars or spaces; null where there are none.</summary>
    internal IReadOnlyList<string?>? WordsOf(CsvDataReader row, string name) =>
        TextOf(row, name)?.Split([';', ',', '|', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
