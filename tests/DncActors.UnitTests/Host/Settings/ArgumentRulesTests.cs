using DncActors.Gateway.Admission;
using DncActors.Grains.Leases;
using DncActors.Host.Settings;
using DncActors.Host.Telemetry;

namespace DncActors.UnitTests.Host.Settings;

public sealed class ArgumentRulesTests
{
    [Theory]
    [InlineData("--urls", "http://*:8080", "--Dnc:Demo=false", "--Logging:LogLevel:Default=Debug")]
    [InlineData("/urls", "http://*:8080", "environment=Development", "--CONTENTROOT", "/srv")]
    [InlineData("--Kestrel:Certificates:Default:Path=a.pfx", "--AllowedHosts=*", "--dnc:role", "node")]
    [InlineData("--urls=", "--http_ports=8080")]
    public void What_the_host_reads_is_an_argument(params string[] args) => Assert.Empty(ArgumentRules.FindWrong(args));

    [Theory]
    [InlineData("--foo=1", "'--foo' is not an argument: --help lists")]
    [InlineData("--foo", "'--foo' is not an argument")]
    [InlineData("foo=1", "'foo' is not an argument")]
    [InlineData("serve", "'serve' is not an argument")]
    [InlineData("-x=1", "'-x' is not an argument")]
    [InlineData("", "'' is not an argument")]
    [InlineData("=", "'' is not an argument")]
    [InlineData("--Dnc__Demo=true", "'--Dnc__Demo' is not an argument: that is its name as an environment variable; write --Dnc:Demo=VALUE.")]
    [InlineData("--urls", "'--urls' has no value: write --urls=VALUE.")]
    [InlineData("urls", "'urls' has no value")]
    public void What_nobody_would_read_is_named(string argument, string line) =>
        Assert.StartsWith(line, Assert.Single(ArgumentRules.FindWrong([argument])), StringComparison.Ordinal);

    [Fact]
    public void A_value_may_be_a_secret_and_is_not_quoted() =>
        Assert.DoesNotContain("hidden", Assert.Single(ArgumentRules.FindWrong(["--BootstrapKey=hidden"])), StringComparison.Ordinal);

    [Fact]
    public void The_help_names_every_setting() => Assert.All(
        typeof(DncOptions).GetProperties().Where(p => p.CanWrite && !p.PropertyType.Name.EndsWith("Options", StringComparison.Ordinal)).Select(p => p.Name)
            .Concat(Names<LeaseOptions>(nameof(DncOptions.Lease)))
            .Concat(Names<AdmissionOptions>(nameof(DncOptions.Admission)))
            .Concat(Names<RateLimitOptions>(nameof(DncOptions.RateLimits)))
            .Concat(Names<TelemetryOptions>(nameof(DncOptions.Telemetry))),
        name => Assert.Contains($"--Dnc:{name} ", HelpText.Text, StringComparison.Ordinal));

    static IEnumerable<string> Names<TSection>(string section) =>
        typeof(TSection).GetProperties().Where(p => p.CanWrite).Select(p => $"{section}:{p.Name}");
}
