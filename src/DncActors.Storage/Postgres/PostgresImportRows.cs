using DncActors.Domain.Registry;

namespace DncActors.Storage.Postgres;

/// <summary>How a row of an import is read; they are counted by what writes a run.</summary>
internal static class PostgresImportRows
{
    /// <summary>The columns that <see cref="Read"/> reads, in its order.</summary>
    public const string Columns = "id, by, at, entries, opt_outs, revoked, ordinal";

    public const int Ordinal = 6;

    public static EntryImport Read(PostgresRow row) => new(row.Id(0), row.Text(1), row.Time(2), row.Long(3), row.Long(4), row.Long(5));
}
