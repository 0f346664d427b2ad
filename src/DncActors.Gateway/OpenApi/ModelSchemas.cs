using System.Text.Json.Nodes;
using DncActors.Client.Json;
using DncActors.Client.Workflows;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace DncActors.Gateway.OpenApi;

/// <summary>The schemas of models that are read and written by converters of their own, of which the serializer can tell nothing.</summary>
sealed class ModelSchemas : IOpenApiSchemaTransformer
{
    static readonly Type[] Operations =
        [typeof(AddToDoNotContactModel), typeof(MoveToStatusModel), typeof(RemoveFromDoNotContactModel), typeof(NotifyUserGroupsModel)];

    public async Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = context.JsonTypeInfo.Type;
        // Without docs of its own a field of a patch would tell what an optional field is, not what it is for.
        if (schema.Description?.StartsWith("A field of a PATCH body", StringComparison.Ordinal) == true) schema.Description = null;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Optional<>))
        {
            Become(schema, await context.GetOrCreateSchemaAsync(type.GetGenericArguments()[0], null, cancellationToken));
        }
        else if (type == typeof(OperationModel))
        {
            schema.Description = "One thing that an action does, told apart by its type.";
            schema.OneOf = [];
            foreach (var operation in Operations) schema.OneOf.Add(await context.GetOrCreateSchemaAsync(operation, null, cancellationToken));
        }
        else if (Array.IndexOf(Operations, type) >= 0 && schema.Properties?.TryGetValue("type", out var found) == true && found is OpenApiSchema word)
        {
            word.Enum = [(JsonNode)((OperationModel)Activator.CreateInstance(type)!).Type];
            schema.Required = new HashSet<string> { "type" };
        }
        else if (type == typeof(UserGroupSelection))
        {
            schema.Description = "User group ids, or \"all\".";
            schema.OneOf =
            [
                new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } },
                new OpenApiSchema { Type = JsonSchemaType.String, Enum = ["all"] },
            ];
        }
        else if (type == typeof(DateTimeOffset) || type == typeof(DateTimeOffset?))
        {
            schema.Type = type == typeof(DateTimeOffset) ? JsonSchemaType.String : JsonSchemaType.String | JsonSchemaType.Null;
            schema.Format = "date-time";
        }
    }

    static void Become(OpenApiSchema schema, OpenApiSchema inner)
    {
        (schema.Type, schema.Format, schema.Items, schema.Properties) = (inner.Type, inner.Format, inner.Items, inner.Properties);
        (schema.OneOf, schema.AnyOf, schema.Enum, schema.Description) = (inner.OneOf, inner.AnyOf, inner.Enum, schema.Description ?? inner.Description);
    }
}
