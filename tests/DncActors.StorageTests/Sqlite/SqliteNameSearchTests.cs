using DncActors.Domain.Leads;
using DncActors.Storage.Sqlite;
using DncActors.StorageTests.Leads;

namespace DncActors.StorageTests.Sqlite;

public sealed class SqliteNameSearchTests : NameSearchSuite
{
    SqliteStore _store = null!;

    protected override async Task<Store> StartAsync() => _store = await SqliteStore.StartAsync();

    private protected override Task<List<long>> FindAsync(LeadQuery query, long before, int limit, long common)
    {
        using var session = SqliteSession.OpenReader(_store.Options.DataFile, 1_024);
        return Task.FromResult(SqliteLeadSearch.Read(session, "acme", query, before, limit, common).ConvertAll(row => row.Ordinal));
    }
}
