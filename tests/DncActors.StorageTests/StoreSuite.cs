namespace DncActors.StorageTests;

/// <summary>Tests that every engine must pass, each on an empty store.</summary>
public abstract class StoreSuite<TEngine> : IAsyncLifetime
    where TEngine : IEngine, new()
{
    protected Store Store { get; private set; } = null!;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => Store = await new TEngine().StartAsync();

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Store.DisposeAsync();
    }
}
