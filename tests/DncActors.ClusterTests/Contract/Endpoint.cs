namespace DncActors.ClusterTests.Contract;

/// <summary>An endpoint as the service's own OpenAPI document lists it.</summary>
/// <param name="Permission">What it asks for, or null where it needs no key.</param>
/// <param name="Streams">It answers with an event stream, which does not end.</param>
public sealed record Endpoint(HttpMethod Method, string Template, string? Permission, bool Streams)
{
    public override string ToString() => $"{Method} {Template}";
}
