namespace DncActors.Console.Parts;

/// <summary>Addresses of pages with what they were asked for.</summary>
static class PathQuery
{
    /// <summary>The path with those that have a value.</summary>
    internal static string Of(string path, params ReadOnlySpan<(string Name, string? Value)> asked)
    {
        var separator = '?';
        foreach (var (name, value) in asked)
        {
            if (string.IsNullOrEmpty(value)) continue;
            path += $"{separator}{name}={Uri.EscapeDataString(value)}";
            separator = '&';
        }
        return path;
    }
}
