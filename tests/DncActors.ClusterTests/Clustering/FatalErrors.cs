namespace DncActors.ClusterTests.Clustering;

/// <summary>Takes down what a silo of its own process would end it for.</summary>
public sealed class FatalErrors : IFatalErrorHandler
{
    volatile string? _first;

    public string? First => _first;

    public bool IsUnexpected(Exception exception) => true;

    public void OnFatalException(object? sender, string? context, Exception? exception) => _first ??= $"{sender}: {context} {exception}";
}
