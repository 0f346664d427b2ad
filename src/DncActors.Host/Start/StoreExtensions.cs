using DncActors.Host.Settings;
using DncActors.Storage.Postgres;
using DncActors.Storage.Sqlite;

namespace DncActors.Host.Start;

/// <summary>The one place that chooses the engine.</summary>
static class StoreExtensions
{
    internal static WebApplicationBuilder AddStore(this WebApplicationBuilder builder, DncOptions options)
    {
        if (options.Storage == StorageKind.Postgres) builder.Services.AddPostgresStorage(new() { ConnectionString = options.RequiredConnectionString });
        else builder.Services.AddSqliteStorage(StoreOptions(options));
        return builder;
    }

    internal static SqliteStorageOptions StoreOptions(DncOptions options) => new() { DataDirectory = options.DataDirectory };
}
