using System.Reflection;
using DncActors.Host.Start;
using DncActors.Host.Telemetry;
using DncActors.Host.Traffic;

namespace DncActors.Host.Settings;

/// <summary>Reads the settings from wherever the host's configuration comes: environment, command line, a file.</summary>
static class SettingsExtensions
{
    /// <returns>The settings, or null where something is wrong; that is then told.</returns>
    internal static DncOptions? ReadSettings(this WebApplicationBuilder builder)
    {
        var section = builder.Configuration.GetSection(DncOptions.Section).AsEnumerable(makePathsRelative: true);
        var (options, wrong) = SettingsRules.Read(section.ToDictionary(pair => pair.Key, pair => pair.Value));
        string[] all =
        [
            .. wrong, .. LogSettings.FindWrong(builder.Configuration), .. TelemetryPlan.FindWrong(builder.Configuration),
            .. ListenAddresses.FindWrong(builder.Configuration), .. wrong.Count == 0 ? WhatIsThere(options) : [],
        ];
        if (all.Length > 0)
        {
            Run.Refuse(all);
            return null;
        }
        options = options with { GrpcUrl = GrpcAddress.Find(options, builder.Configuration) };
        builder.Services.AddSingleton(options);
        return options;

        IEnumerable<string> WhatIsThere(DncOptions read) => [.. GrpcAddress.FindWrong(read, builder.Configuration), .. DataDirectories.FindWrong(read)];
    }

    /// <summary>The program's version.</summary>
    internal static string Version { get; } =
        typeof(SettingsExtensions).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "unknown";
}
