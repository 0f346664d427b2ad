using Microsoft.AspNetCore.Http.Metadata;

namespace DncActors.Gateway.Requests;

/// <summary>The body that an endpoint takes; the web server stops reading at its limit.</summary>
/// <param name="Model">What it is; null where it is described by <paramref name="Description"/> alone.</param>
/// <param name="Limit">Bytes; null for a stream without end.</param>
sealed record EndpointBody(Type? Model, IReadOnlyList<string> MediaTypes, bool Optional, long? Limit, string? Description = null) : IRequestSizeLimitMetadata
{
    long? IRequestSizeLimitMetadata.MaxRequestBodySize => Limit;
}
