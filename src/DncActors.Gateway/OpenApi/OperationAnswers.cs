using System.Globalization;
using System.Text.Json.Nodes;
using DncActors.Client;
using DncActors.Gateway.Access;
using DncActors.Gateway.Admission;
using DncActors.Gateway.Errors;
using DncActors.Gateway.Requests;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace DncActors.Gateway.OpenApi;

/// <summary>The answers of an operation: those when all is well, and the problems that it can come to.</summary>
static class OperationAnswers
{
    internal static async Task DescribeAsync(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, OpenApiDocument document, CancellationToken cancellation)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var method = context.Description.HttpMethod ?? "";
        operation.Responses ??= [];
        foreach (var answer in metadata.OfType<EndpointAnswer>())
        {
            if (!operation.Responses.TryGetValue(KeyOf(answer.Status), out var response)) continue;
            Describe((OpenApiResponse)response, answer, method);
            if (answer.Other is { } other) AddOther((OpenApiResponse)response, await RequestBodies.ReferToAsync(other, context, cancellation));
        }
        foreach (var kind in ProblemsOf(metadata, method)) operation.Responses[KeyOf(kind.Status)] = ToResponse(kind, document);
    }

    static void Describe(OpenApiResponse response, EndpointAnswer answer, string method)
    {
        response.Description = answer.Description;
        if (method is "GET" or "HEAD") return;
        response.Headers ??= new Dictionary<string, IOpenApiHeader>();
        response.Headers[DncHeaders.IdempotencyKey] = new OpenApiHeader
        {
            Description = "The key that was sent, or made.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String }
        };
    }

    static void AddOther(OpenApiResponse response, IOpenApiSchema other)
    {
        foreach (var content in response.Content?.Values ?? []) content.Schema = new OpenApiSchema { OneOf = [content.Schema!, other] };
    }

    static IEnumerable<ProblemKind> ProblemsOf(IList<object> metadata, string method)
    {
        if (metadata.OfType<Need>().LastOrDefault() is not { Anonymous: false })
        {
            foreach (var kind in OfAnybody(metadata)) yield return kind;
            yield break;
        }
        yield return ProblemKinds.Validation;
        yield return ProblemKinds.Unauthenticated;
        yield return ProblemKinds.Forbidden;
        yield return ProblemKinds.NotFound;
        if (metadata.OfType<EndpointBody>().Any())
        {
            yield return ProblemKinds.Timeout;
            yield return ProblemKinds.TooLarge;
            yield return ProblemKinds.UnsupportedMediaType;
        }
        if (method is not ("GET" or "HEAD"))
        {
            yield return ProblemKinds.Conflict;
            yield return ProblemKinds.Unprocessable;
        }
        if (IsLimited(metadata, method)) yield return ProblemKinds.RateLimited;
        yield return ProblemKinds.Unavailable;
    }

    /// <summary>Who sends a body without a key, to say who they are, may say it wrongly.</summary>
    static IEnumerable<ProblemKind> OfAnybody(IList<object> metadata) => metadata.OfType<EndpointBody>().Any()
        ?
        [
            ProblemKinds.Validation, ProblemKinds.Unauthenticated, ProblemKinds.Timeout, ProblemKinds.TooLarge, ProblemKinds.UnsupportedMediaType,
            ProblemKinds.RateLimited, ProblemKinds.Unavailable,
        ]
        : [ProblemKinds.Unavailable];

    /// <summary>By the key's checks or changes in a second, or by the streams that it holds open.</summary>
    static bool IsLimited(IList<object> metadata, string method) =>
        EndpointLoad.Of(metadata.OfType<EndpointLoad>().LastOrDefault(), method) is Load.Check or Load.Batch or Load.Scrub or Load.Change or Load.Import
        || metadata.OfType<EndpointText>().LastOrDefault()?.Query.Contains(Events.StreamPlace.AfterParameter) == true;

    static Dictionary<string, IOpenApiHeader>? HeadersOf(ProblemKind kind) => kind.Status is not (429 or 503) ? null : new()
    {
        ["Retry-After"] = new OpenApiHeader
        {
            Description = "How many seconds to wait before the same is sent again.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.Integer },
        },
    };

    static OpenApiResponse ToResponse(ProblemKind kind, OpenApiDocument document) => new()
    {
        Description = $"{kind.Code}: {kind.Title}",
        Headers = HeadersOf(kind),
        Content = new Dictionary<string, OpenApiMediaType>
        {
            [DncMediaTypes.Problem] = new OpenApiMediaType
            {
                Schema = new OpenApiSchemaReference(DocumentText.ProblemSchema, document),
                Example = new JsonObject
                {
                    ["type"] = Client.Errors.DncErrorCodes.TypeOf(kind.Code),
                    ["title"] = kind.Title,
                    ["status"] = kind.Status,
                    ["detail"] = "What happened, and what to do about it.",
                },
            },
        },
    };

    static string KeyOf(int status) => status.ToString(CultureInfo.InvariantCulture);
}
