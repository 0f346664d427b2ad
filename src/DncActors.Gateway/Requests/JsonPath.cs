namespace DncActors.Gateway.Requests;

/// <summary>Paths of fields as clients write them: <c>contactPoints[1].value</c>.</summary>
static class JsonPath
{
    internal static string Under(string path, string name) => path.Length == 0 ? Quote.Of(name) : $"{path}.{Quote.Of(name)}";

    /// <summary>From the serializer's form, <c>$.contactPoints[1].value</c>.</summary>
    internal static string FromSerializer(string? path) =>
        path is null or "$" ? "" : path.StartsWith("$.", StringComparison.Ordinal) ? path[2..] : path.TrimStart('$');
}
