namespace DncActors.StorageTests;

/// <summary>A database that the suites run on.</summary>
public interface IEngine
{
    /// <summary>A store with nothing in it.</summary>
    Task<Store> StartAsync();
}
