using System.Collections.Immutable;
using System.Text.Json;
using DncActors.Client.Json;
using DncActors.Domain.Outcomes;

namespace DncActors.Gateway.Requests;

/// <summary>Finds text that could be stored nowhere: NUL, half of a surrogate pair, or without end.</summary>
static class JsonTexts
{
    /// <param name="utf8">A document that was read without error.</param>
    internal static ImmutableArray<FieldError> FindErrors(ReadOnlyMemory<byte> utf8)
    {
        using var document = JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = DncJson.MaxDepth });
        var errors = ImmutableArray.CreateBuilder<FieldError>();
        Visit(document.RootElement, "", errors);
        return errors.ToImmutable();
    }

    /// <summary>Why a text is refused, or null.</summary>
    internal static string? WhyNot(ReadOnlySpan<char> text)
    {
        if (text.Length > StrictJson.MaxText) return $"The text has {text.Length} characters: write at most {StrictJson.MaxText}.";
        return text.Contains('\0') ? "The text holds the character NUL (\\u0000): take it out." : null;
    }

    /// <summary>Whether a string element has no half characters, so that it can be read at all.</summary>
    internal static bool IsWhole(JsonElement element)
    {
        try
        {
            _ = element.GetString();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    static void Visit(JsonElement element, string path, ImmutableArray<FieldError>.Builder errors)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject()) VisitProperty(property, path, errors);
                break;
            case JsonValueKind.Array:
                var index = 0;
                foreach (var item in element.EnumerateArray()) Visit(item, $"{path}[{index++}]", errors);
                break;
            case JsonValueKind.String:
                if (Check(() => element.GetString()!) is { } why) errors.Add(new FieldError(path, why));
                break;
        }
    }

    static void VisitProperty(JsonProperty property, string path, ImmutableArray<FieldError>.Builder errors)
    {
        if (Check(() => property.Name) is { } why) errors.Add(new FieldError(path, "A field's name: " + why));
        else Visit(property.Value, JsonPath.Under(path, property.Name), errors);
    }

    static string? Check(Func<string> read)
    {
        try
        {
            return WhyNot(read());
        }
        catch (InvalidOperationException)
        {
            return "The text holds half of a surrogate pair (\\ud800 to \\udfff): write both halves, or the character itself.";
        }
    }
}
