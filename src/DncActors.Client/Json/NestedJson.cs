using System.Text.Json;

namespace DncActors.Client.Json;

/// <summary>
/// A converter that reads a nested value by a call of its own gets errors whose path begins at that value. Thrown again without a path, the
/// outer reading adds the whole one; what the inner path knew is kept at the head of the message.
/// </summary>
static class NestedJson
{
    public static JsonException WithoutPath(JsonException inner)
    {
        var message = inner.Message;
        var tail = message.IndexOf(" Path: ", StringComparison.Ordinal);
        if (tail >= 0)
            message = message[..tail];
        var within = inner.Path is { Length: > 1 } path ? path[1..].TrimStart('.') + ": " : "";
        return new JsonException(within + message, inner);
    }
}
