using System.Globalization;
using DncActors.Benchmarks.Load;
using DuckDB.NET.Data;

namespace DncActors.Benchmarks.Files;

/// <summary>DuckDB in this process, on all cores, with the list in its own format on the disk: it reads and writes the files itself.</summary>
sealed class DuckFilePeer : IFilePeer
{
    readonly string _directory = Directory.CreateTempSubdirectory("dnc-duckdb-").FullName;
    readonly DuckDBConnection _connection;

    DuckFilePeer() => _connection = new DuckDBConnection($"Data Source={Path.Combine(_directory, "list.duckdb")}");

    public string Name => "DuckDB";

    public TimeSpan Cpu => Environment.CpuUsage.TotalTime;

    public static async Task<DuckFilePeer> StartAsync(Listing listing)
    {
        var peer = new DuckFilePeer();
        await peer._connection.OpenAsync();
        await peer.ExecuteAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"create table listed as select {Listing.First} + range * {Listing.OneIn} as phone, 3::smallint as channels from range({listing.Entries})"));
        await peer.ExecuteAsync("checkpoint");
        return peer;
    }

    /// <summary>Asked whether it is in the list, a line stays in its place; a left join loses the order of the file.</summary>
    public Task RunAsync(string from, string to) => ExecuteAsync($$"""
        copy (
          select phone, lead, case when is_listed then 'blocked' else 'allowed' end as verdict, case when is_listed then 'dnc.entry' end as reason
          from (
            select a.phone, a.lead, cast(a.phone as bigint) in (select l.phone from listed l where l.channels & 1 <> 0) as is_listed
            from read_csv('{{from}}', header = true, columns = {'phone': 'varchar', 'lead': 'varchar'}) a
          )
        ) to '{{to}}' (format csv, header)
        """);

    public async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    async Task ExecuteAsync(string sql)
    {
        await using var command = _connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
