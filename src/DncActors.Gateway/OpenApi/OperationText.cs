using DncActors.Gateway.Access;
using DncActors.Gateway.Requests;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace DncActors.Gateway.OpenApi;

/// <summary>Tells of each endpoint what it declares beside its path, so that what is told is what is enforced.</summary>
sealed class OperationText : IOpenApiOperationTransformer
{
    public async Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var method = context.Description.HttpMethod ?? "";
        if (metadata.OfType<EndpointText>().LastOrDefault() is not { } text || context.Document is not { } document) return;
        operation.Summary = text.Summary;
        operation.Description = text.Description;
        operation.OperationId = OperationIds.Of(method, context.Description.RelativePath ?? "");
        operation.Tags = new HashSet<OpenApiTagReference> { new(text.Feature, document) };
        operation.Parameters = [.. OperationParameters.Of(context.Description.RelativePath ?? "", text, method)];
        if (metadata.OfType<EndpointBody>().LastOrDefault() is { } body)
            operation.RequestBody = await RequestBodies.MakeAsync(body, context, cancellationToken);
        if (metadata.OfType<Need>().LastOrDefault() is { Anonymous: false } need)
        {
            SayNeed(operation, need, document);
            operation.Parameters.Add(OperationParameters.ActingUser());
        }
        await OperationAnswers.DescribeAsync(operation, context, document, cancellationToken);
    }

    /// <summary>Beside the security scheme the permission itself, which OpenAPI has no word for.</summary>
    static void SayNeed(OpenApiOperation operation, Need need, OpenApiDocument document)
    {
        operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(DocumentText.SchemeName, document)] = [] }];
        operation.Extensions ??= new Dictionary<string, IOpenApiExtension>();
        operation.Extensions["x-permission"] = new JsonNodeExtension(string.Join(' ', PermissionWords.NamesOf(need.All)));
        if (need.Any != Domain.People.Permissions.None)
            operation.Extensions["x-permission-any"] = new JsonNodeExtension(string.Join(' ', PermissionWords.NamesOf(need.Any)));
        operation.Description = $"{operation.Description} Needs {need}.".TrimStart();
    }
}
