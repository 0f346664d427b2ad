namespace DncActors.Host.Settings;

/// <summary>
/// Reads the command line as the host's configuration does (<c>--name=value</c>, <c>--name value</c>, also with <c>/</c> or without anything in front), which
/// takes every name there is: a setting that is written wrong would be taken and never used.
/// </summary>
public static class ArgumentRules
{
    static readonly string[] Help = ["--help", "-h", "-?", "/?"];

    /// <summary>The first parts of the names that ASP.NET Core's host, its server, its logging and this program read.</summary>
    static readonly string[] Known =
    [
        DncOptions.Section, "Logging", "Kestrel", "AllowedHosts", "ForwardedHeaders_Enabled", "hostBuilder",
        WebHostDefaults.ServerUrlsKey, WebHostDefaults.PreferHostingUrlsKey, WebHostDefaults.HttpPortsKey, WebHostDefaults.HttpsPortsKey, "https_port",
        WebHostDefaults.EnvironmentKey, WebHostDefaults.ApplicationKey, WebHostDefaults.ContentRootKey, WebHostDefaults.WebRootKey,
        WebHostDefaults.DetailedErrorsKey, WebHostDefaults.CaptureStartupErrorsKey, WebHostDefaults.SuppressStatusMessagesKey,
        WebHostDefaults.ShutdownTimeoutKey, WebHostDefaults.StartupAssemblyKey, WebHostDefaults.HostingStartupAssembliesKey,
        WebHostDefaults.HostingStartupExcludeAssembliesKey, WebHostDefaults.PreventHostingStartupKey, WebHostDefaults.StaticWebAssetsKey,
    ];

    public static bool AsksForHelp(IEnumerable<string> args) => args.Intersect(Help, StringComparer.OrdinalIgnoreCase).Any();

    public static bool AsksForVersion(IEnumerable<string> args) => args.Contains("--version", StringComparer.OrdinalIgnoreCase);

    /// <summary>A line for each argument that nobody would read.</summary>
    public static IReadOnlyList<string> FindWrong(IReadOnlyList<string> args)
    {
        var wrong = new List<string>();
        for (var i = 0; i < args.Count; i++)
        {
            var prefix = args[i].StartsWith("--", StringComparison.Ordinal) ? 2 : args[i].StartsWith('/') ? 1 : 0;
            var equals = args[i].IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? args[i][prefix..] : args[i][prefix..Math.Max(prefix, equals)];
            // What may be a secret stands behind the equals sign: it is not quoted.
            var shown = equals < 0 ? args[i] : args[i][..equals];
            if (!Known.Contains(name.Split(':')[0], StringComparer.OrdinalIgnoreCase)) wrong.Add($"'{shown}' is not an argument: {Mend(name)}");
            else if (equals < 0 && (prefix == 0 || i + 1 == args.Count)) wrong.Add($"'{shown}' has no value: write {shown}=VALUE.");
            if (equals < 0 && prefix > 0) i++;
        }
        return wrong;
    }

    static string Mend(string name) => name.StartsWith("Dnc__", StringComparison.OrdinalIgnoreCase)
        ? $"that is its name as an environment variable; write --{name.Replace("__", ":", StringComparison.Ordinal)}=VALUE."
        : "--help lists what there is.";
}
