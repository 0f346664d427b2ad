namespace DncActors.Host.Settings;

/// <summary>The settings of what is logged, which ASP.NET Core reads: where one is wrong it ends with a stack trace.</summary>
static class LogSettings
{
    const string Section = "Logging";
    const string Levels = ":LogLevel:";

    internal static IEnumerable<string> FindWrong(IConfiguration configuration) =>
        from setting in configuration.GetSection(Section).AsEnumerable()
        where setting.Key.Contains(Levels, StringComparison.OrdinalIgnoreCase) && !string.IsNullOrEmpty(setting.Value)
        where !Enum.TryParse<LogLevel>(setting.Value, ignoreCase: true, out _)
        orderby setting.Key
        select $"{setting.Key.Replace(":", "__", StringComparison.Ordinal)} is '{setting.Value}': write {string.Join(", ", Enum.GetNames<LogLevel>()[..^1])} "
            + $"or {nameof(LogLevel.None)}.";
}
