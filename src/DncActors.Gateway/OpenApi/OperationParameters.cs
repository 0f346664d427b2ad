using System.Text.Json.Nodes;
using DncActors.Client;
using DncActors.Gateway.Requests;
using Microsoft.OpenApi;

namespace DncActors.Gateway.OpenApi;

/// <summary>The parameters of an operation: of its path, its query, its headers.</summary>
static class OperationParameters
{
    internal static IEnumerable<IOpenApiParameter> Of(string path, EndpointText text, string method)
    {
        foreach (var part in path.Split('/').Where(p => p.StartsWith('{')))
        {
            yield return new OpenApiParameter
            {
                Name = part.Trim('{', '}'),
                In = ParameterLocation.Path,
                Required = true,
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = PathIds.MaxLength },
            };
        }
        foreach (var parameter in text.Query) yield return ToParameter(parameter);
        if (method is "GET" or "HEAD") yield break;
        yield return Header(DncHeaders.IdempotencyKey,
            "1 to 200 printable characters. The same key again is the same change, however often it is sent; one is made where none is sent.");
        if (method is not "POST") yield return Header("If-Match", "The ETag that was seen; a stale one is a 409. Default: any.");
    }

    internal static OpenApiParameter ActingUser() => Header(DncHeaders.ActingUser, "The user that a key with `actsForUsers` acts for.");

    static OpenApiParameter ToParameter(QueryParameter parameter) => new()
    {
        Name = parameter.Name,
        In = ParameterLocation.Query,
        Description = parameter.Description,
        Schema = new OpenApiSchema
        {
            Type = parameter.Schema.Type switch { "integer" => JsonSchemaType.Integer, "boolean" => JsonSchemaType.Boolean, _ => JsonSchemaType.String },
            Format = parameter.Schema.Format,
            Enum = parameter.Words is null ? null : [.. parameter.Words.Select(w => (JsonNode)w)],
        },
    };

    static OpenApiParameter Header(string name, string description) =>
        new() { Name = name, In = ParameterLocation.Header, Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
}
