using DncActors.Client.Transport;

namespace DncActors.Console.Parts;

/// <summary>The key of something that shall be done once: made with the form, not with the click, so that a click that is repeated does nothing more.</summary>
static class OnceKey
{
    static readonly RandomIdempotencyKeys _keys = new();

    internal static string Next() => _keys.Next();
}
