using DncActors.Domain.People;
using Microsoft.AspNetCore.Builder;

namespace DncActors.Gateway.Access;

/// <summary>Declares what a caller must have. An endpoint of the API without such a declaration stops the start.</summary>
public static class NeedsExtensions
{
    /// <summary>A key with all of these permissions; with <c>X-Acting-User</c>, the person must have them too.</summary>
    public static TBuilder Needs<TBuilder>(this TBuilder endpoint, Permissions permissions)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new Need(false, permissions, Permissions.None));

    /// <summary>
    /// A key, and for whatever is new these permissions, which the endpoint's rules judge: a repeat is answered as the first time, also when the permission is
    /// gone.
    /// </summary>
    public static TBuilder NeedsUnlessRepeated<TBuilder>(this TBuilder endpoint, Permissions permissions)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new Need(false, permissions, Permissions.None, JudgedLater: true));

    /// <summary>A key with at least one of these permissions.</summary>
    public static TBuilder NeedsOneOf<TBuilder>(this TBuilder endpoint, Permissions permissions)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new Need(false, Permissions.None, permissions));

    /// <summary>Any key of the organization, whatever it may do.</summary>
    public static TBuilder NeedsKey<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new Need(false, Permissions.None, Permissions.None));

    /// <summary>A key of the first organization with all of these permissions: what is about the whole installation is nobody else's.</summary>
    public static TBuilder NeedsOfDefault<TBuilder>(this TBuilder endpoint, Permissions permissions)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new Need(false, permissions, Permissions.None) { OfDefault = true });

    /// <summary>
    /// The same for pages of a browser's: the key may also come as the password of <c>Authorization: Basic</c>, or from wherever an <see cref="IPageKey"/>
    /// finds it.
    /// </summary>
    public static TBuilder NeedsPageOfDefault<TBuilder>(this TBuilder pages, Permissions permissions)
        where TBuilder : IEndpointConventionBuilder =>
        pages.WithMetadata(new Need(false, permissions, Permissions.None) { OfDefault = true, IsPage = true });

    /// <summary>No key: health, documents.</summary>
    public static TBuilder NeedsNoKey<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new Need(true, Permissions.None, Permissions.None));
}
