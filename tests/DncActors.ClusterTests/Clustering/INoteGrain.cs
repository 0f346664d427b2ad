namespace DncActors.ClusterTests.Clustering;

/// <summary>A grain that keeps a text and says where it lives.</summary>
[Alias("dnc.tests.INoteGrain")]
public interface INoteGrain : IGrainWithStringKey
{
    [Alias("Where")]
    Task<SiloAddress> WhereAsync();

    [Alias("Write")]
    Task WriteAsync(string text);

    [Alias("Read")]
    Task<string> ReadAsync();
}
