using DncActors.Client.Errors;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace DncActors.Gateway.OpenApi;

/// <summary>What is said of the whole API.</summary>
sealed class DocumentText : IOpenApiDocumentTransformer
{
    internal const string SchemeName = "apiKey";
    internal const string ProblemSchema = nameof(ProblemModel);

    const string Description =
        """
        A Do-Not-Contact engine: workflows whose actions put people on the list, the list itself, and the answer to "may I contact this now?".

        JSON is camelCase, times are RFC 3339 in UTC, ids are strings, unknown fields and query parameters are refused.
        A list is paged by `limit` and `cursor`: `{"items":[…],"next":"…"}`. Errors are RFC 9457 problems.
        A 429 says that this key asks for too much in a second, or holds too many streams open; a 503 with the rule `overloaded` that too much waits here, and
        that nothing was done. Both say in `Retry-After` when to send the same again.
        Every change takes an `Idempotency-Key` and every answer to one echoes it; a 503 on a change means "unknown": repeat it with the same key.
        A user who has a password gets a key of their own by `POST /v1/sessions`, for some hours; `GET /v1/me` tells who a key is.
        A key with `actsForUsers` names the person it acts for in `X-Acting-User`; then both must have the permission.
        """;

    public async Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo { Title = "DncActors", Version = "v1", Description = Description };
        // Where it is served is where it is called; a name from inside a container would be of use to nobody.
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.AddComponent<IOpenApiSecurityScheme>(SchemeName, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "An API key of the organization, in `Authorization: Bearer` and the key.",
        });
        if (document.Components?.Schemas?.ContainsKey(ProblemSchema) != true)
        {
            document.AddComponent<IOpenApiSchema>(ProblemSchema, await context.GetOrCreateSchemaAsync(typeof(ProblemModel), null, cancellationToken));
        }
    }
}
