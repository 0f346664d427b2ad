namespace DncActors.Gateway.Requests;

/// <summary>A parameter that an endpoint takes in its query string: read strictly, and told in OpenAPI, from the same declaration.</summary>
abstract class QueryParameter(string name, string description)
{
    internal string Name => name;

    internal string Description => description;

    /// <summary>The JSON type and, where it has one, the format.</summary>
    internal (string Type, string? Format) Schema { get; init; } = ("string", null);

    /// <summary>The words that may be written; null for any.</summary>
    internal IReadOnlyList<string>? Words { get; init; }

    /// <summary>The value, or why it cannot be read, to follow the quoted value.</summary>
    internal abstract (object? Value, string? Why) Read(string text);
}
