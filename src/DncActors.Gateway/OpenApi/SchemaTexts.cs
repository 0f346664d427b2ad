using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace DncActors.Gateway.OpenApi;

/// <summary>Says in every schema what its docs say: which fields must be there, which words a field may have; and in words that are on the wire.</summary>
sealed class SchemaTexts : IOpenApiDocumentTransformer
{
    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        var seen = new HashSet<IOpenApiSchema>(ReferenceEqualityComparer.Instance);
        foreach (var schema in document.Components?.Schemas?.Values ?? []) Visit(schema, seen);
        var operations = document.Paths.Values.SelectMany(path => path.Operations ?? []).Select(operation => operation.Value).ToList();
        foreach (var content in operations.SelectMany(Contents))
        {
            if (content.Schema is { } schema) Visit(schema, seen);
        }
        // The framework adds the class that declares the endpoints.
        var tags = operations.SelectMany(operation => operation.Tags ?? new HashSet<OpenApiTagReference>()).Select(tag => tag.Name).Distinct();
        document.Tags = tags.Select(name => new OpenApiTag { Name = name }).ToHashSet();
        return Task.CompletedTask;
    }

    static IEnumerable<OpenApiMediaType> Contents(OpenApiOperation operation) =>
        (operation.RequestBody?.Content?.Values ?? []).Concat(operation.Responses?.Values.SelectMany(response => response.Content?.Values ?? []) ?? []);

    static void Visit(IOpenApiSchema schema, HashSet<IOpenApiSchema> seen)
    {
        if (!seen.Add(schema)) return;
        if (schema is OpenApiSchema own && own.Properties is { } properties)
        {
            foreach (var (name, property) in properties)
            {
                if (property.Description is not { } text) continue;
                if (CodeWords.SayRequired(text)) (own.Required ??= new HashSet<string>()).Add(name);
                if (CodeWords.WordsOf(text) is { } words) Restrict(property as OpenApiSchema, words);
            }
        }
        if (schema.Description is { } description) schema.Description = CodeWords.Mend(description);
        foreach (var part in Parts(schema)) Visit(part, seen);
    }

    static IEnumerable<IOpenApiSchema> Parts(IOpenApiSchema schema) => schema is OpenApiSchema own
        ? [.. own.Properties?.Values ?? [], .. own.OneOf ?? [], .. own.AnyOf ?? [], .. own.AllOf ?? [],
            .. own.Items is { } items ? [items] : Array.Empty<IOpenApiSchema>()]
        : [];

    static void Restrict(OpenApiSchema? property, IReadOnlyList<string> words)
    {
        if (property is null) return;
        var isNullable = property.Type?.HasFlag(JsonSchemaType.Null) == true;
        List<JsonNode> all = [.. words.Select(word => (JsonNode)word), .. isNullable ? [JsonNullSentinel.JsonNull] : Array.Empty<JsonNode>()];
        if (property.Type?.HasFlag(JsonSchemaType.String) == true) property.Enum = all;
        else if (property.Type?.HasFlag(JsonSchemaType.Array) == true)
            property.Items = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. words.Select(word => (JsonNode)word)] };
    }
}
