using DncActors.Domain.Identity;

namespace DncActors.Host.Demo;

/// <summary>The demo's changes as requests with ids made of their names: a demo that was cut off goes on at the next start, and nothing of it comes
/// twice.</summary>
sealed class DemoRequests(string organization, string keyId)
{
    /// <summary>The first and the last change: between them the demo is unfinished.</summary>
    internal const string First = "group inbound-desk";
    internal const string Last = "end";

    internal static Guid IdOf(string organization, string step) => StableId.Of("demo", organization, step);

    /// <summary>A change by the key that the first start made.</summary>
    internal Request ByKey(string step) => By($"key:{keyId}", null, step);

    /// <summary>A change by one of the demo's people.</summary>
    internal Request ByUser(string userId, string step) => By(userId, userId, step);

    Request By(string actor, string? userId, string step) =>
        new(organization, actor, userId, keyId, IdOf(organization, step), StableId.Of("demo", organization, step, actor));
}
