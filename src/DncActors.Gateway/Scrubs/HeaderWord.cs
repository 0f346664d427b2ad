namespace DncActors.Gateway.Scrubs;

/// <summary>Whether the first line of a CSV names its columns.</summary>
enum HeaderWord : byte
{
    /// <summary>The line itself says.</summary>
    Auto,
    True,
    False,
}
