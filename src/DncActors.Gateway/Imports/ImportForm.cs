using DncActors.Domain.Outcomes;
using Sylvan.Data.Csv;

namespace DncActors.Gateway.Imports;

/// <summary>How the lines of an import are read, in both of its forms.</summary>
/// <param name="Of">What they are: leads, entries.</param>
/// <param name="ReadJson">A line of NDJSON.</param>
/// <param name="IsColumn">Whether a CSV may have a column of that name.</param>
/// <param name="Columns">The columns that it may have, for people.</param>
/// <param name="ReadRow">A record of CSV.</param>
sealed record ImportForm<T>(
    string Of,
    Func<ReadOnlyMemory<byte>, Outcome<T>> ReadJson,
    Func<string, bool> IsColumn,
    string Columns,
    Func<CsvDataReader, CsvColumns, Outcome<T>> ReadRow);
