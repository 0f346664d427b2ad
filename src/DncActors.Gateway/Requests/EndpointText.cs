namespace DncActors.Gateway.Requests;

/// <summary>What OpenAPI says of an endpoint, and the query parameters that it takes.</summary>
sealed class EndpointText
{
    internal required string Feature { get; init; }

    internal required string Summary { get; init; }

    internal string? Description { get; init; }

    internal IReadOnlyList<QueryParameter> Query { get; init; } = [];

    /// <summary>Header name to what it is for.</summary>
    internal IReadOnlyList<(string Name, string Description)> Headers { get; init; } = [];
}
