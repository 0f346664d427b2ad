using DncActors.Host.Settings;
using DncActors.Host.Telemetry;
using Microsoft.Extensions.Configuration;

namespace DncActors.UnitTests.Host.Settings;

public sealed class LogSettingsTests
{
    [Theory]
    [InlineData("Logging:LogLevel:Default", "Loud", "Logging__LogLevel__Default is 'Loud': write Trace, Debug, Information, Warning, Error, Critical or None.")]
    [InlineData("Logging:Console:LogLevel:DncActors", "yes", "Logging__Console__LogLevel__DncActors is 'yes': write Trace")]
    public void A_level_that_there_is_not_is_named_with_those_that_there_are(string setting, string value, string line) =>
        Assert.StartsWith(line, Assert.Single(LogSettings.FindWrong(With(setting, value))), StringComparison.Ordinal);

    [Theory]
    [InlineData("Logging:LogLevel:Default", "debug")]
    [InlineData("Logging:LogLevel:Default", "")]
    [InlineData("Logging:Console:FormatterName", "json")]
    public void What_the_logging_takes_is_right(string setting, string value) => Assert.Empty(LogSettings.FindWrong(With(setting, value)));

    [Fact]
    public void Where_telemetry_goes_is_an_address_by_OpenTelemetrys_own_variables_too()
    {
        Assert.Equal(
            "OTEL_EXPORTER_OTLP_ENDPOINT is no address of a collector: write one such as http://collector:4317.",
            Assert.Single(TelemetryPlan.FindWrong(With("OTEL_EXPORTER_OTLP_ENDPOINT", "foo"))));
        Assert.Empty(TelemetryPlan.FindWrong(With("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "https://collector:4318/v1/traces")));
    }

    static IConfiguration With(string setting, string value) =>
        new ConfigurationBuilder().AddInMemoryCollection([new(setting, value)]).Build();
}
