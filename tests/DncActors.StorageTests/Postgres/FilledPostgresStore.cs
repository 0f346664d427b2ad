using DncActors.Domain.Registry;

namespace DncActors.StorageTests.Postgres;

/// <summary>A store with enough in it that the planner has something to choose; whoever uses it changes nothing.</summary>
public sealed class FilledPostgresStore : IAsyncLifetime
{
    const int Leads = 2_000;

    public PostgresStore Store { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Store = await PostgresStore.StartAsync();
        var leads = Enumerable.Range(0, Leads)
            .Select(i => Samples.Lead($"L{i}", Samples.Phone(i)) with { ImportId = Samples.Id(i % 7), At = i % 2 == 0 ? Samples.New : Samples.Dead }).ToArray();
        foreach (var chunk in leads.Chunk(500)) await Store.Ledger.CommitAsync(Samples.Create([.. chunk]));
        await Task.WhenAll(leads.Where(l => l.At == Samples.New).Select(lead => Store.Ledger.CommitAsync(Samples.DoNotContact(lead))));
        var imported = Enumerable.Range(0, 1_000)
            .Select(i => Samples.Entry(Samples.Phone(i)) with { ImportId = Samples.Id(), Source = EntrySource.Import });
        foreach (var chunk in imported.Chunk(500)) await Store.Ledger.CommitAsync(Samples.Add([.. chunk]));
        await Store.ExecuteAsync("analyze");
    }

    public ValueTask DisposeAsync() => Store.DisposeAsync();
}
