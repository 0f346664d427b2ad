using Microsoft.AspNetCore.Http.Metadata;

namespace DncActors.Gateway.ContactChecks.Rpc;

/// <summary>The most bytes of a call's body, where it is not the ordinary limit.</summary>
sealed class BodyLimit(long bytes) : IRequestSizeLimitMetadata
{
    public long? MaxRequestBodySize => bytes;
}
