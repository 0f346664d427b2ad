using DncActors.Grains.Leases;
using DncActors.Host.Settings;

namespace DncActors.UnitTests.Host.Settings;

public sealed class SettingsRulesTests
{
    [Fact]
    public void Nothing_set_is_one_node_on_sqlite_with_the_demo()
    {
        var read = Read();

        Assert.Empty(read.Wrong);
        Assert.Equal(new DncOptions(), read.Options);
        Assert.Equal(
            (DncRole.Node, StorageKind.Sqlite, "./data", true, "dnc"),
            (read.Options.Role, read.Options.Storage, read.Options.DataDirectory, read.Options.Demo, read.Options.ClusterId));
    }

    [Fact]
    public void Everything_that_is_set_is_read_whatever_its_case()
    {
        var read = Read(
            ("role", "NODE"), ("Storage", "SQLite"), ("DataDirectory", "/var/lib/dnc"),
            ("Demo", "FALSE"), ("BootstrapKey", "a-secret-of-mine"), ("ClusterId", "blue"),
            ("SiloPort", "12345"), ("GatewayPort", "12346"), ("GrpcUrl", "http://*:9000"), ("DrainSeconds", "25"),
            ("Dashboard", "False"), ("AccessRecordDays", "30"));

        Assert.Empty(read.Wrong);
        Assert.Equal(
            new DncOptions
            {
                DataDirectory = "/var/lib/dnc",
                Demo = false,
                BootstrapKey = "a-secret-of-mine",
                ClusterId = "blue",
                SiloPort = 12_345,
                GatewayPort = 12_346,
                GrpcUrl = "http://*:9000",
                DrainSeconds = 25,
                Dashboard = false,
                AccessRecordDays = 30,
            },
            read.Options);
    }

    [Fact]
    public void An_empty_value_is_no_value() => Assert.Empty(Read(("Role", ""), ("Storage", " "), ("SiloPort", null), ("ConnectionString", "")).Wrong);

    [Theory]
    [InlineData("Role", "nodes", "Dnc__Role is 'nodes': write node or silo or gateway.")]
    [InlineData("Role", "1", "Dnc__Role is '1': write node or silo or gateway.")]
    [InlineData("Storage", "mysql", "Dnc__Storage is 'mysql': write sqlite or postgres.")]
    [InlineData("Demo", "yes", "Dnc__Demo is 'yes': write true or false.")]
    [InlineData("SiloPort", "0", "Dnc__SiloPort is '0': write a port between 1 and 65535.")]
    [InlineData("SiloPort", "65536", "Dnc__SiloPort is '65536': write a port between 1 and 65535.")]
    [InlineData("GatewayPort", "thirty", "Dnc__GatewayPort is 'thirty': write a port between 1 and 65535.")]
    [InlineData("AdvertisedAddress", "my-host", "Dnc__AdvertisedAddress is 'my-host': write an IP address such as 10.0.0.5.")]
    [InlineData("ClusterId", "a b", "Dnc__ClusterId is 'a b': use at most 64 letters, digits, '-', '_' and '.'.")]
    [InlineData("DrainSeconds", "26", "Dnc__DrainSeconds is '26': write a number of seconds between 0 and 25.")]
    [InlineData("DrainSeconds", "-1", "Dnc__DrainSeconds is '-1': write a number of seconds between 0 and 25.")]
    [InlineData("Foo", "x", "Dnc__Foo is not a setting: there are Dnc__Role,")]
    [InlineData("Demon", "x", "Dnc__Demon is not a setting: did you mean Dnc__Demo?")]
    [InlineData("DataDirektori", "x", "Dnc__DataDirektori is not a setting: did you mean Dnc__DataDirectory?")]
    [InlineData("Roll", "node", "Dnc__Roll is not a setting: did you mean Dnc__Role?")]
    [InlineData("DataDir", "x", "Dnc__DataDir is not a setting: there are Dnc__Role,")]
    [InlineData("Role", "silo", "Dnc__Role is silo and Dnc__Storage is sqlite: SQLite serves one process, so its role is node. Set Dnc__Role=node.")]
    [InlineData("Role", "gateway", "Dnc__Role is gateway and Dnc__Storage is sqlite")]
    [InlineData("Storage", "postgres", "Dnc__Storage is postgres and Dnc__ConnectionString is not set")]
    [InlineData("Lease:Length", "3", "Dnc__Lease__Length is '3': write hours, minutes and seconds, such as 00:00:03")]
    [InlineData("Lease:DriftMargin", "ten", "Dnc__Lease__DriftMargin is 'ten': write a number such as 0.1.")]
    [InlineData("Lease:DriftMargin", "0.2", "Dnc__Lease is set and Dnc__Storage is sqlite")]
    [InlineData("Lease:Long", "x", "Dnc__Lease__Long is not a setting: did you mean Dnc__Lease__Length?")]
    [InlineData("Dashboard", "on", "Dnc__Dashboard is 'on': write true or false.")]
    [InlineData("AccessRecordDays", "0", "Dnc__AccessRecordDays is '0': write a number of days between 1 and 36500.")]
    [InlineData("AccessRecordDays", "for ever", "Dnc__AccessRecordDays is 'for ever': write a number of days between 1 and 36500.")]
    [InlineData("Telemetry:Metrics", "on", "Dnc__Telemetry__Metrics is 'on': write true or false.")]
    [InlineData("Telemetry:TraceRatio", "1.5", "Dnc__Telemetry__TraceRatio is '1.5': write the part of the requests that are traced")]
    [InlineData("Telemetry:TraceRatio", "-0.1", "Dnc__Telemetry__TraceRatio is '-0.1': write the part of the requests that are traced")]
    [InlineData("Telemetry:OtlpEndpoint", "collector:4317", "Dnc__Telemetry__OtlpEndpoint is 'collector:4317': write the address of a collector")]
    [InlineData("Telemetry:OrganizationLabels", "101", "Dnc__Telemetry__OrganizationLabels is '101': write of how many organizations")]
    [InlineData("Telemetry:OrganizationLabels", "-1", "Dnc__Telemetry__OrganizationLabels is '-1': write of how many organizations")]
    [InlineData("Telemetry:Metric", "true", "Dnc__Telemetry__Metric is not a setting: did you mean Dnc__Telemetry__Metrics?")]
    [InlineData("AdvertisedSiloPort", "70000", "Dnc__AdvertisedSiloPort is '70000': write a port between 1 and 65535.")]
    [InlineData("AdvertisedSiloPort", "5000", "Dnc__AdvertisedSiloPort is set and Dnc__Storage is sqlite")]
    [InlineData("AdvertisedAddress", "10.1.2.3", "Dnc__AdvertisedAddress is set and Dnc__Storage is sqlite")]
    [InlineData("ConnectionString", "Host=db", "Dnc__ConnectionString is set and Dnc__Storage is sqlite, which takes none")]
    [InlineData("Admission:ChangesAtOnce", "0", "Dnc__Admission__ChangesAtOnce is 0: set it between 1 and 65536.")]
    [InlineData("Admission:ReadsWaiting", "many", "Dnc__Admission__ReadsWaiting is 'many': write a whole number such as 512.")]
    [InlineData("Admission:Patience", "5", "Dnc__Admission__Patience is '5': write hours, minutes and seconds")]
    [InlineData("Admission:Patience", "00:02:00", "Dnc__Admission__Patience is 00:02:00: set it between")]
    [InlineData("RateLimits:ChecksPerSecond", "1000001", "Dnc__RateLimits__ChecksPerSecond is 1000001: set it between 0 and 1000000.")]
    [InlineData("RateLimits:ChangesPerSecond", "-1", "Dnc__RateLimits__ChangesPerSecond is '-1': write a whole number such as 100.")]
    [InlineData("RateLimits:CheckPerSecond", "1", "Dnc__RateLimits__CheckPerSecond is not a setting: did you mean Dnc__RateLimits__ChecksPerSecond?")]
    public void What_is_wrong_is_named_with_what_to_write(string name, string value, string line) =>
        Assert.StartsWith(line, Assert.Single(Read((name, value)).Wrong), StringComparison.Ordinal);

    [Theory]
    [InlineData("node")]
    [InlineData("silo")]
    [InlineData("gateway")]
    public void On_postgres_every_role_may_be_taken_and_needs_a_connection_string_that_can_be_read(string role)
    {
        Assert.Empty(Read(Postgres("Host=db;Database=dnc;Password=secret")).Wrong);
        Assert.StartsWith("Dnc__ConnectionString names no database", Assert.Single(Read(Postgres("Host=db;Password=secret")).Wrong), StringComparison.Ordinal);
        var unread = Assert.Single(Read(Postgres("Hosts=secret")).Wrong);
        Assert.StartsWith("Dnc__ConnectionString cannot be read", unread, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", unread, StringComparison.Ordinal);

        (string, string?)[] Postgres(string connection) =>
            [("Role", role), ("Storage", "postgres"), ("ConnectionString", connection), ("SiloPort", "11111"), ("BootstrapKey", "a-secret-of-mine")];
    }

    [Fact]
    public void The_leases_of_a_cluster_are_set_by_the_section_of_that_name()
    {
        var read = Read(
            ("Storage", "postgres"), ("ConnectionString", "Host=db;Database=dnc"), ("Lease", null),
            ("Lease:Length", "00:00:06"), ("lease:renewevery", "00:00:00.500"), ("Lease:PushPatience", "00:00:02"), ("Lease:DriftMargin", "0.2"));

        Assert.Empty(read.Wrong);
        Assert.Equal(
            new LeaseOptions
            {
                Length = TimeSpan.FromSeconds(6),
                RenewEvery = TimeSpan.FromMilliseconds(500),
                PushPatience = TimeSpan.FromSeconds(2),
                DriftMargin = 0.2,
            },
            read.Options.Lease);
        var tooShort = Read(("Storage", "postgres"), ("ConnectionString", "Host=db;Database=dnc"), ("Lease:Length", "00:00:00.5"));
        Assert.StartsWith("Dnc__Lease__Length is 00:00:00.5", Assert.Single(tooShort.Wrong), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_is_let_in_is_set_by_two_sections()
    {
        var read = Read(
            ("Admission", null), ("Admission:ChangesAtOnce", "64"), ("Admission:StreamsAtOnce", "4"), ("admission:patience", "00:00:01"),
            ("RateLimits:ChecksPerSecond", "500"), ("RateLimits:ChangesPerSecond", "20"));

        Assert.Empty(read.Wrong);
        Assert.Equal(new() { ChangesAtOnce = 64, StreamsAtOnce = 4, Patience = TimeSpan.FromSeconds(1) }, read.Options.Admission);
        Assert.Equal(new() { ChecksPerSecond = 500, ChangesPerSecond = 20 }, read.Options.RateLimits);
        Assert.Equal(96, Read().Options.Admission.ChangesAtOnce);
        Assert.Equal(256, Read(("ConnectionString", "Host=db;Database=dnc"), ("Storage", "postgres")).Options.Admission.ChangesAtOnce);
    }

    [Fact]
    public void What_operators_see_is_set_by_the_section_of_that_name()
    {
        Assert.Equal((true, 0.001, (Uri?)null, 0), Of(Read()));
        Assert.Equal(
            (false, 0.5, new Uri("http://collector:4317"), 20),
            Of(Read(
                ("Telemetry:Metrics", "false"), ("telemetry:traceratio", "0.5"), ("Telemetry:OtlpEndpoint", "http://collector:4317"),
                ("Telemetry:OrganizationLabels", "20"))));

        static (bool, double, Uri?, int) Of(ReadSettings read)
        {
            Assert.Empty(read.Wrong);
            var told = read.Options.Telemetry;
            return (told.Metrics, told.TraceRatio, told.OtlpEndpoint, told.OrganizationLabels);
        }
    }

    [Fact]
    public void A_secret_is_not_quoted()
    {
        var line = Assert.Single(Read(("BootstrapKey", "short")).Wrong);

        Assert.StartsWith("Dnc__BootstrapKey has 5 characters", line, StringComparison.Ordinal);
        Assert.DoesNotContain("short", line, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_ports_are_two() => Assert.Contains(
        "are both 7000", Assert.Single(Read(("SiloPort", "7000"), ("GatewayPort", "7000")).Wrong), StringComparison.Ordinal);

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once() => Assert.Equal(3, Read(("Rolle", "x"), ("Demo", "yes"), ("SiloPort", "-1")).Wrong.Count);

    [Fact]
    public void Without_sqlite_no_demo_is_loaded_unless_asked_for()
    {
        Assert.False(Read(("ConnectionString", "Host=db;Database=dnc"), ("Storage", "postgres")).Options.Demo);
        Assert.True(Read(("ConnectionString", "Host=db;Database=dnc"), ("Storage", "postgres"), ("Demo", "true")).Options.Demo);
    }

    [Fact]
    public void A_process_that_others_can_stand_in_for_drains_and_one_that_is_alone_ends_at_once()
    {
        Assert.Equal(0, Read().Options.DrainSeconds);
        Assert.Equal(5, Read(("ConnectionString", "Host=db;Database=dnc"), ("Storage", "postgres")).Options.DrainSeconds);
        Assert.Equal(0, Read(("ConnectionString", "Host=db;Database=dnc"), ("Storage", "postgres"), ("DrainSeconds", "0")).Options.DrainSeconds);
    }

    static ReadSettings Read(params (string Name, string? Value)[] settings) => SettingsRules.Read(settings.ToDictionary(s => s.Name, s => s.Value));
}
