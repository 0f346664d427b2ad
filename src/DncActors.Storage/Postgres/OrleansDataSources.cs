using Npgsql;

namespace DncActors.Storage.Postgres;

/// <summary>
/// Orleans' connections to PostgreSQL, apart from the ledger's and from each other: whatever waits for a connection there, a silo's sign of life does not
/// wait behind it. Whoever asks for one disposes of it.
/// </summary>
public static class OrleansDataSources
{
    /// <summary>For <c>Microsoft.Orleans.*.AdoNet</c>: its name for Npgsql.</summary>
    public const string Invariant = "Npgsql";

    /// <summary>One each for the sign of life, the look at the others and a change, and one to spare.</summary>
    const int MembershipConnections = 4;

    const int GrainStorageConnections = 10;

    /// <summary>A database that hangs must be noticed within a probe or two of it; the sign of life is repeated.</summary>
    const int MembershipSeconds = 3;

    /// <summary>Below the time that a call of a grain waits for its answer, so that the grain sees the reason.</summary>
    const int GrainStorageSeconds = 10;

    /// <summary>For who is in the cluster.</summary>
    public static NpgsqlDataSource ForMembership(string connectionString) =>
        Make(connectionString, "dnc-membership", MembershipConnections, MembershipSeconds);

    /// <summary>For what grains keep.</summary>
    public static NpgsqlDataSource ForGrainStorage(string connectionString) =>
        Make(connectionString, "dnc-grain-storage", GrainStorageConnections, GrainStorageSeconds);

    static NpgsqlDataSource Make(string connectionString, string name, int connections, int seconds)
    {
        var builder = new NpgsqlDataSourceBuilder(connectionString) { Name = name };
        var settings = builder.ConnectionStringBuilder;
        settings.ApplicationName = name;
        // Orleans asks for its tables without a schema's name.
        settings.SearchPath = PostgresConnections.Schema;
        settings.MinPoolSize = 0;
        settings.MaxPoolSize = connections;
        settings.Timeout = seconds;
        settings.CommandTimeout = seconds;
        // An ambient transaction of whoever calls must not take Orleans' writes with it.
        settings.Enlist = false;
        return builder.Build();
    }
}
