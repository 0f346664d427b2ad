using DncActors.Host.Traffic;
using Microsoft.Extensions.Configuration.Memory;

namespace DncActors.Host.Start;

/// <summary>What holds where nothing else is set: in code, because the host is started from anywhere and must not depend on a file lying there.</summary>
static class StartDefaults
{
    static readonly Dictionary<string, string?> Values = new()
    {
        // What is run from its build watches its styles and scripts by a route that takes every path, so that another method is 405 where nothing is.
        ["ReloadStaticAssetsAtRuntime"] = "false",
        ["Logging:LogLevel:Default"] = "Warning",
        ["Logging:LogLevel:DncActors"] = "Information",
        ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Information",
        // It prints a stack trace for every refusal to start; the refusal itself is printed by the host's own line.
        ["Logging:LogLevel:Microsoft.Extensions.Hosting.Internal.Host"] = "None",
        // It warns of the workstation collector, which is chosen: on few cores the server's costs memory and gives nothing.
        ["Logging:LogLevel:Orleans.Runtime.Silo"] = "Error",
        // Its first warning compares with the machine's start and is always there.
        ["Logging:LogLevel:Orleans.Runtime.Watchdog"] = "Error",
        // Its base class tells which part of Orleans' ring it has, which is of no use to anybody: each node is asked by its own.
        ["Logging:LogLevel:DncActors.Grains.Nodes.NodeReporter"] = "Warning",
        // It warns that its keys are kept as they are: they protect the tokens of the console's forms and nothing else.
        ["Logging:LogLevel:Microsoft.AspNetCore.DataProtection"] = "Error",
    };

    /// <summary>
    /// Settings are read once, at the start. Watching their files for changes would have the kernel report every write below the working directory, which is
    /// where the data are: a twentieth of the time under load.
    /// </summary>
    const string ReadSettingsOnce = "--hostBuilder:reloadConfigOnChange=false";

    internal static WebApplicationBuilder CreateBuilder(string[] args)
    {
        // The console's styles and scripts lie beside the program, wherever it is started from.
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { Args = [ReadSettingsOnce, .. args], WebRootPath = Path.Combine(AppContext.BaseDirectory, "wwwroot") });
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = Values });
        ListenAddresses.UseDefault(builder.Configuration);
        builder.Logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z' ";
        });
        return builder;
    }
}
