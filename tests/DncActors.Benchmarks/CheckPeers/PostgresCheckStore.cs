using Npgsql;

namespace DncActors.Benchmarks.CheckPeers;

/// <summary>A table with the phones as numbers and their channels in its primary key's index, so that no look-up leaves the index.</summary>
sealed class PostgresCheckStore(NpgsqlDataSource database) : ICheckPeerStore
{
    const string OneSql = "select channels from listed where phone = $1";
    const string ManySql = "select phone from listed where phone = any($1) and channels & 1 <> 0";

    public const int DefaultPool = 16;

    /// <summary>Prepared at the first use; open from the start; planned once.</summary>
    public static string Pool(string connection, int size) => new NpgsqlConnectionStringBuilder(connection)
    {
        MinPoolSize = size,
        MaxPoolSize = size,
        MaxAutoPrepare = 8,
        AutoPrepareMinUsages = 1,
        NoResetOnClose = true,
        Enlist = false,
        Options = "-c jit=off -c plan_cache_mode=force_generic_plan",
    }.ConnectionString;

    public async Task<bool> IsListedAsync(ulong number)
    {
        await using var command = database.CreateCommand(OneSql);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = (long)number });
        await using var reader = await command.ExecuteReaderAsync();
        return await reader.ReadAsync() && (reader.GetInt16(0) & 1) != 0;
    }

    public async Task<bool[]> AreListedAsync(ulong[] numbers)
    {
        await using var command = database.CreateCommand(ManySql);
        command.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = Array.ConvertAll(numbers, n => (long)n) });
        await using var reader = await command.ExecuteReaderAsync();
        var listed = new HashSet<ulong>();
        while (await reader.ReadAsync()) listed.Add((ulong)reader.GetInt64(0));
        return Array.ConvertAll(numbers, listed.Contains);
    }
}
