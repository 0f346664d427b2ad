using System.Text.Json.Nodes;
using DncActors.Client.Json;
using DncActors.Gateway.Requests;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace DncActors.Gateway.OpenApi;

/// <summary>The body that an operation takes, with an example where there is one.</summary>
static class RequestBodies
{
    internal static async Task<OpenApiRequestBody> MakeAsync(EndpointBody body, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        var content = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
        if (body.Model is { } model)
        {
            content.Schema = await ReferToAsync(model, context, cancellation);
            if (Examples.Of(model) is { } example) content.Example = JsonNode.Parse(example);
        }
        return new OpenApiRequestBody
        {
            Required = !body.Optional,
            Description = body.Description,
            Content = body.MediaTypes.ToDictionary(type => type, _ => content),
        };
    }

    /// <summary>The model's schema among the document's components, where answers refer to it too.</summary>
    internal static async Task<IOpenApiSchema> ReferToAsync(Type model, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        var schema = await context.GetOrCreateSchemaAsync(model, null, cancellation);
        if (OpenApiOptions.CreateDefaultSchemaReferenceId(DncJson.Options.GetTypeInfo(model)) is not { } id || context.Document is not { } document)
            return schema;
        if (document.Components?.Schemas?.ContainsKey(id) != true) document.AddComponent(id, schema);
        return new OpenApiSchemaReference(id, document);
    }
}
