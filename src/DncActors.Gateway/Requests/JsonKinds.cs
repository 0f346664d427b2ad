using System.Text.Json;
using DncActors.Client.Json;

namespace DncActors.Gateway.Requests;

/// <summary>What the simple values of bodies look like.</summary>
static class JsonKinds
{
    /// <summary>What to write for a value of the type; null for a type that is not simple.</summary>
    internal static string? Expected(Type type) => Bare(type) switch
    {
        var t when t == typeof(string) => "text, in quotes",
        var t when t == typeof(bool) => "true or false",
        var t when t == typeof(int) || t == typeof(long) => "a whole number",
        var t when t == typeof(DateTimeOffset) => "a time as RFC 3339 with its offset, such as \"2026-05-01T12:00:00Z\"",
        _ => null,
    };

    internal static bool Fits(JsonElement element, Type type)
    {
        var bare = Bare(type);
        if (element.ValueKind == JsonValueKind.Null) return bare == typeof(string) || bare != type;
        if (bare == typeof(string)) return element.ValueKind == JsonValueKind.String && JsonTexts.IsWhole(element);
        if (bare == typeof(bool)) return element.ValueKind is JsonValueKind.True or JsonValueKind.False;
        if (bare == typeof(int)) return element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out _);
        if (bare == typeof(long)) return element.ValueKind == JsonValueKind.Number && element.TryGetInt64(out _);
        return element.ValueKind == JsonValueKind.String && JsonTexts.IsWhole(element) && UtcTimeConverter.TryRead(element.GetString(), out _);
    }

    static Type Bare(Type type) => Nullable.GetUnderlyingType(type) ?? type;
}
