using DncActors.Host.Settings;
using DncActors.Host.Silo;
using DncActors.Host.Telemetry;
using DncActors.Host.Traffic;
using DncActors.Storage.Ledger;
using DncActors.Storage.Postgres;
using DncActors.Storage.Sqlite;
using Microsoft.AspNetCore.Connections;
using Npgsql;

namespace DncActors.Host.Start;

/// <summary>From the start to the end of the process.</summary>
static class Run
{
    internal const int Refused = 1;

    /// <returns>The exit code: 0 for a process that was asked to stop, 1 for one that could not start.</returns>
    internal static async Task<int> ToTheEndAsync(WebApplication app)
    {
        await using (app)
        {
            Announce(app);
            AnnounceTelemetry(app);
            try
            {
                await app.StartAsync();
            }
            catch (Exception fault) when (Explain(fault) is { } lines)
            {
                return Refuse(lines);
            }
#pragma warning disable CA1031 // Whatever it was: it is logged, and the process ends with a code that says so.
            catch (Exception fault)
#pragma warning restore CA1031 // End of the one place.
            {
                StartLog.Failed(app.Logger, fault);
                return Refused;
            }
            await app.WaitForShutdownAsync();
            return 0;
        }
    }

    /// <returns>The exit code where the arguments ask for a word and no server, or cannot be meant; else null.</returns>
    internal static int? AnswerArguments(string[] args)
    {
        if (ArgumentRules.AsksForHelp(args)) return Say(HelpText.Text);
        if (ArgumentRules.AsksForVersion(args)) return Say($"DncActors {SettingsExtensions.Version}");
        return ArgumentRules.FindWrong(args) is { Count: > 0 } wrong ? Refuse(wrong) : null;
    }

    static int Say(string text)
    {
        System.Console.Out.WriteLine(text);
        return 0;
    }

    internal static int Refuse(IEnumerable<string> lines)
    {
        foreach (var line in lines) System.Console.Error.WriteLine($"DncActors cannot start: {line}");
        return Refused;
    }

    static void Announce(WebApplication app)
    {
        var options = app.Services.GetRequiredService<DncOptions>();
        if (app.Services.GetService<SiloPorts>() is not { } ports)
        {
            StartLog.StartingGateway(app.Logger, SettingsExtensions.Version, options.Role, options.ClusterId, Environment.ProcessId);
            return;
        }
        StartLog.Starting(app.Logger, SettingsExtensions.Version, options.Role, options.Storage, ports.Silo, Environment.ProcessId);
    }

    static void AnnounceTelemetry(WebApplication app)
    {
        var plan = app.Services.GetRequiredService<TelemetryPlan>();
        StartLog.Telemetry(app.Logger, plan.Metrics ? "on" : "off", plan.CollectorName, plan.Traces ? plan.TraceRatio : 0);
    }

    /// <summary>What can be mended by whoever started it; null for a fault.</summary>
    static IReadOnlyList<string>? Explain(Exception fault) => fault switch
    {
        StartRefusedException refused => refused.Lines,
        DataDirectoryInUseException or DataDirectoryUnusableException or NewerSchemaException or UnfitDatabaseException => [fault.Message],
        NpgsqlException => [$"PostgreSQL, by Dnc__ConnectionString: {fault.Message}"],
        IOException { InnerException: AddressInUseException } => [ListenAddresses.Mend(fault.Message)],
        // Of a gateway, whose parts start at the same time.
        AggregateException several => several.InnerExceptions.Select(Explain).FirstOrDefault(lines => lines is not null),
        _ => null,
    };
}
