using Microsoft.AspNetCore.Http;

namespace DncActors.Gateway.Access;

/// <summary>A way in which the key of somebody who looks at pages comes, beside the header: a signed cookie's ticket, say.</summary>
public interface IPageKey
{
    /// <summary>The API key; null where it does not come this way.</summary>
    string? Find(HttpContext context);
}
