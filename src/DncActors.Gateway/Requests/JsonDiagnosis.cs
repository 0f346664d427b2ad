using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DncActors.Client.Json;
using DncActors.Client.Workflows;
using DncActors.Domain.Outcomes;

namespace DncActors.Gateway.Requests;

/// <summary>
/// Works out everything that is wrong with a document that could not be read: the serializer stops at the first error and speaks of .NET types.
/// </summary>
static class JsonDiagnosis
{
    const int MaxErrors = 50;

    internal static ImmutableArray<FieldError> Explain(ReadOnlyMemory<byte> utf8, JsonTypeInfo type, JsonException exception, string what)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = DncJson.MaxDepth });
            var errors = ImmutableArray.CreateBuilder<FieldError>();
            Visit(document.RootElement, type, "", errors);
            return errors.Count > 0 ? [.. errors.Take(MaxErrors)] : [new FieldError(JsonPath.FromSerializer(exception.Path), MessageOf(exception))];
        }
        catch (InvalidOperationException)
        {
            return [new FieldError("", "A field's name holds half of a surrogate pair (\\ud800 to \\udfff): write both halves, or the character itself.")];
        }
        catch (JsonException notJson)
        {
            return [new FieldError(
                "", $"The {what} is not JSON: {MessageOf(notJson)} Look at {PlaceOf(notJson)}byte {notJson.BytePositionInLine + 1}.")];
        }
    }

    /// <summary>Where a document has one line only, as those of an import have, its number is not the reader's.</summary>
    static string PlaceOf(JsonException notJson) => notJson.LineNumber > 0 ? $"line {notJson.LineNumber + 1}, " : "";

    /// <summary>The serializer's words without the position, and without the names of .NET types.</summary>
    internal static string MessageOf(JsonException exception)
    {
        var message = exception.Message;
        foreach (var tail in (string[])[" Path: ", " LineNumber: "])
        {
            var at = message.IndexOf(tail, StringComparison.Ordinal);
            if (at >= 0) message = message[..at];
        }
        return message.Contains("System.", StringComparison.Ordinal) || message.Contains("DncActors.", StringComparison.Ordinal)
            ? "The value is of another kind than this field has: see /openapi/v1.json."
            : message;
    }

    static void Visit(JsonElement element, JsonTypeInfo type, string path, ImmutableArray<FieldError>.Builder errors)
    {
        if (errors.Count >= MaxErrors) return;
        if (OptionalOf(type.Type) is { } inner) Visit(element, type.Options.GetTypeInfo(inner), path, errors);
        else if (OperationOf(element, type.Type) is { } operation) VisitObject(element, type.Options.GetTypeInfo(operation), path, errors);
        else if (type.Kind == JsonTypeInfoKind.Object) VisitObject(element, type, path, errors);
        else if (type.Kind == JsonTypeInfoKind.Enumerable) VisitList(element, type, path, errors);
        else VisitValue(element, type, path, errors);
    }

    static void VisitObject(JsonElement element, JsonTypeInfo type, string path, ImmutableArray<FieldError>.Builder errors)
    {
        if (element.ValueKind == JsonValueKind.Null && path.Length > 0) return;
        if (element.ValueKind != JsonValueKind.Object)
        {
            errors.Add(Wrong(path, element, "an object, in {}"));
            return;
        }
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in element.EnumerateObject())
        {
            var name = JsonPath.Under(path, property.Name);
            var field = type.Properties.FirstOrDefault(p => p.Name == property.Name);
            if (errors.Count >= MaxErrors) return;
            if (!seen.Add(property.Name)) errors.Add(new FieldError(name, "This field is there twice: write it once."));
            else if (field is null) errors.Add(new FieldError(name, $"There is no field '{Quote.Of(property.Name)}' here. There are: {Names(type)}."));
            else Visit(property.Value, type.Options.GetTypeInfo(field.PropertyType), name, errors);
        }
    }

    static void VisitList(JsonElement element, JsonTypeInfo type, string path, ImmutableArray<FieldError>.Builder errors)
    {
        if (element.ValueKind == JsonValueKind.Null) return;
        if (element.ValueKind != JsonValueKind.Array || type.ElementType is null)
        {
            errors.Add(Wrong(path, element, "a list, in []"));
            return;
        }
        var index = 0;
        foreach (var item in element.EnumerateArray()) Visit(item, type.Options.GetTypeInfo(type.ElementType), $"{path}[{index++}]", errors);
    }

    static void VisitValue(JsonElement element, JsonTypeInfo type, string path, ImmutableArray<FieldError>.Builder errors)
    {
        if (JsonKinds.Expected(type.Type) is { } expected)
        {
            if (!JsonKinds.Fits(element, type.Type)) errors.Add(Wrong(path, element, expected));
            return;
        }
        try
        {
            element.Deserialize(type);
        }
        catch (JsonException exception)
        {
            errors.Add(Within(path, exception));
        }
    }

    /// <summary>A converter of our own says what is wrong in words of its own, and a path from its value on.</summary>
    static FieldError Within(string path, JsonException exception)
    {
        var message = MessageOf(exception);
        var inner = JsonPath.FromSerializer(exception.Path);
        return new FieldError(inner.Length == 0 ? path : inner.StartsWith('[') ? path + inner : $"{path}.{inner}", message);
    }

    static FieldError Wrong(string path, JsonElement element, string write) =>
        new(path, $"'{Quote.Of(element.GetRawText())}' is not read here: write {write}.");

    static string Names(JsonTypeInfo type) => string.Join(", ", type.Properties.Select(p => p.Name));

    /// <summary>The record that an operation's type stands for; null where there is none, which its converter says in words of its own.</summary>
    static Type? OperationOf(JsonElement element, Type type)
    {
        if (type != typeof(OperationModel) || element.ValueKind != JsonValueKind.Object) return null;
        if (!element.TryGetProperty("type", out var word) || word.ValueKind != JsonValueKind.String || !JsonTexts.IsWhole(word)) return null;
        return word.GetString() switch
        {
            OperationTypes.AddToDoNotContact => typeof(AddToDoNotContactModel),
            OperationTypes.MoveToStatus => typeof(MoveToStatusModel),
            OperationTypes.RemoveFromDoNotContact => typeof(RemoveFromDoNotContactModel),
            OperationTypes.NotifyUserGroups => typeof(NotifyUserGroupsModel),
            _ => null,
        };
    }

    static Type? OptionalOf(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Optional<>) ? type.GetGenericArguments()[0] : null;
}
