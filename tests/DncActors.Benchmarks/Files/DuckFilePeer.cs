using System.Globalization;
using DncActors.Benchmarks.Load;
using DuckDB.NET.Data;

namespace DncActors.Benchmarks.Files;

/// <summary>DuckDB in this process, on all cores, with the list in its own format on the disk: it reads and writes the files itself.</summary>
sealed class DuckFilePeer : IFilePeer
{
    readonly string _directory = Directory.CreateTempSubdirectory("dnc-duckdb-").FullName;
    readonly DuckDBConnection _connection;

    DuckFilePeer(bool keepsOrder)
    {
        KeepsOrder = keepsOrder;
        _connection = new DuckDBConnection($"Data Source={Path.Combine(_directory, "list.duckdb")}");
    }

    public string Name => KeepsOrder ? "DuckDB, in order" : "DuckDB, in any order";

    public bool KeepsOrder { get; }

    public TimeSpan Cpu => Environment.CpuUsage.TotalTime;

    public static async Task<DuckFilePeer> StartAsync(Listing listing, bool keepsOrder)
    {
        var peer = new DuckFilePeer(keepsOrder);
        await peer._connection.OpenAsync();
        await peer.ExecuteAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"create table listed as select {Listing.First} + range * {Listing.OneIn} as phone, 3::smallint as channels from range({listing.Entries})"));
        await peer.ExecuteAsync("checkpoint");
        return peer;
    }

    /// <summary>In order the lines are numbered and sorted: neither a left join nor one that marks keeps the order of the file on several cores.</summary>
    public Task RunAsync(string from, string to) => ExecuteAsync($$"""
        copy (
          select a.phone, a.lead, case when l.phone is null then 'allowed' else 'blocked' end as verdict,
            case when l.phone is not null then 'dnc.entry' end as reason
          from (
            select *{{(KeepsOrder ? ", row_number() over () as line" : "")}}
            from read_csv('{{from}}', header = true, columns = {'phone': 'varchar', 'lead': 'varchar'})
          ) a
          left join listed l on l.phone = cast(a.phone as bigint) and l.channels & 1 <> 0
          {{(KeepsOrder ? "order by a.line" : "")}}
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
