using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using DncActors.Gateway;
using DncActors.Grains;
using DncActors.Grains.Leases;
using DncActors.Host.Telemetry;
using DncActors.Storage.Sqlite;
using DncActors.UnitTests.HouseRules;
using Microsoft.Extensions.DependencyInjection;

namespace DncActors.UnitTests.Telemetry;

public sealed partial class MetricsPageTests
{
    [Fact]
    public async Task Every_instrument_has_its_row_on_the_page_of_metrics_and_every_row_its_instrument()
    {
        using var meters = new HeardMeters();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IMeterFactory>(meters);
        services.AddSqliteStorage(new() { DataDirectory = "unused" });
        services.AddDncGrains().AddDncLeases(new());
        services.AddDncGateway();
        services.AddDiskInstruments(".");
        var classes = services.Select(s => s.ServiceType).Where(type => type.Name.EndsWith("Instruments", StringComparison.Ordinal)).ToArray();
        await using var provider = services.BuildServiceProvider();
        foreach (var type in classes) provider.GetRequiredService(type);

        var made = meters.Instruments.Select(i => $"{i.Name}: {KindOf(i)}").Order(StringComparer.Ordinal);
        var told = Row().Matches(SourceTree.Read("docs/metrics.md")).Select(row => $"{row.Groups["name"].Value}: {row.Groups["kind"].Value}");

        Assert.True(classes.Length > 10, $"only {classes.Length} classes of instruments");
        Assert.Equal(made, told.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_class_of_instruments_is_named_so_and_says_what_it_is_of() => SourceTree.Nothing(
        from file in SourceTree.Product
        where file.Text.Contains("new Meter(", StringComparison.Ordinal) && !file.Path.EndsWith("Instruments.cs", StringComparison.Ordinal)
        select file.Path,
        "Meters are made in classes called …Instruments, which the page of metrics is compared with.");

    static string KindOf(Instrument instrument)
    {
        var kind = instrument.GetType().Name.Split('`')[0].Replace("Observable", "", StringComparison.Ordinal).ToLowerInvariant();
        var unit = instrument.Unit switch { "s" => "seconds", "By" => "bytes", null => "0 or 1", _ => "" };
        return unit.Length > 0 ? $"{kind}, {unit}" : kind;
    }

    /// <summary>Of what is counted the unit is told in words.</summary>
    [GeneratedRegex(@"^\| `(?<name>dnc\.[a-z_.]+)` \| (?<kind>\w+(, (seconds|bytes|0 or 1)(?= \|))?)", RegexOptions.Multiline)]
    private static partial Regex Row();
}
