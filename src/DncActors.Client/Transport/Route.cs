using System.Globalization;

namespace DncActors.Client.Transport;

/// <summary>Paths and queries with everything in them escaped.</summary>
static class Route
{
    /// <summary>The path with its arguments as segments.</summary>
    /// <exception cref="ArgumentException">An id that no path can hold.</exception>
    public static string Of(FormattableString path)
    {
        var segments = path.GetArguments();
        for (var i = 0; i < segments.Length; i++)
            segments[i] = Segment((string?)segments[i]);
        return string.Format(CultureInfo.InvariantCulture, path.Format, segments);
    }

    /// <summary>The path with those parameters that have a value.</summary>
    public static string With(this string path, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var separator = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        foreach (var (name, value) in parameters)
        {
            if (value is null)
                continue;
            path += $"{separator}{name}={Uri.EscapeDataString(Text(value))}";
            separator = '&';
        }

        return path;
    }

    static string Segment(string? id) => id switch
    {
        null or "" => throw new ArgumentException("An id is missing."),
        // Escaped or not, these two would be taken for a step in the path, and another resource would be called.
        "." or ".." => throw new ArgumentException($"'{id}' is no id."),
        _ => Uri.EscapeDataString(id),
    };

    static string Text(object value) => value switch
    {
        bool flag => flag ? "true" : "false",
        DateTimeOffset time => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
