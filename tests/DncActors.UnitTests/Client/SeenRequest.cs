namespace DncActors.UnitTests.Client;

/// <summary>A request as the gateway got it.</summary>
/// <param name="Line">Method, path and query.</param>
sealed record SeenRequest(string Line, IReadOnlyDictionary<string, string> Headers, string? MediaType, string? Body)
{
    public string? Header(string name) => Headers.GetValueOrDefault(name);
}
