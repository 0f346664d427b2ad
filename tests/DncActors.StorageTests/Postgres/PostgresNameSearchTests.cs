using DncActors.Domain.Leads;
using DncActors.Storage.Postgres;
using DncActors.StorageTests.Leads;

namespace DncActors.StorageTests.Postgres;

public sealed class PostgresNameSearchTests : NameSearchSuite
{
    PostgresStore _store = null!;

    protected override async Task<Store> StartAsync() => _store = await PostgresStore.StartAsync();

    private protected override async Task<List<long>> FindAsync(LeadQuery query, long before, int limit, long common)
    {
        var rows = await _store.Engine.Searches.ReadAsync(
            session => PostgresLeadSearch.ReadAsync(session, "acme", query, before, limit, common), TestContext.Current.CancellationToken);
        return rows.ConvertAll(row => row.Ordinal);
    }
}
