using System.Net;
using System.Net.Sockets;

namespace DncActors.ClusterTests.Host;

/// <summary>A start that cannot work ends with exit code 1 and a line that names what to mend, without a stack trace.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData("Dnc__Role", "silo", "Dnc__Role is silo and Dnc__Storage is sqlite")]
    [InlineData("Dnc__Role", "gateway", "Dnc__Role is gateway and Dnc__Storage is sqlite")]
    [InlineData("Dnc__Role", "boss", "Dnc__Role is 'boss'")]
    [InlineData("Dnc__Storage", "postgres", "Dnc__Storage is postgres and Dnc__ConnectionString is not set")]
    [InlineData("Dnc__Rolle", "node", "did you mean Dnc__Role?")]
    [InlineData("Dnc__SiloPort", "many", "Dnc__SiloPort is 'many'")]
    [InlineData("Dnc__Demo", "perhaps", "Dnc__Demo is 'perhaps'")]
    [InlineData("Dnc__DrainSeconds", "60", "Dnc__DrainSeconds is '60'")]
    [InlineData("ASPNETCORE_URLS", "http://127.0.0.1:99999", "is not an address to listen on: a port is between 0 and 65535. Set --urls")]
    [InlineData("ASPNETCORE_URLS", "ftp://x", "'ftp://x' is not an address to listen on: 'ftp' is neither http nor https. Set --urls or ASPNETCORE_URLS")]
    [InlineData("ASPNETCORE_URLS", "http://127.0.0.1:8080/api", "'http://127.0.0.1:8080/api' is not an address to listen on: it has a path.")]
    [InlineData("ASPNETCORE_URLS", "http://localhost:0", "'http://localhost:0' is not an address to listen on: a port of the system's choice")]
    [InlineData("Dnc__GrpcUrl", "8081", "Dnc__GrpcUrl is '8081', which is not an address to listen on. Write http://localhost:8081")]
    [InlineData("Dnc__GrpcUrl", "http://127.0.0.1:0", "Dnc__GrpcUrl is 'http://127.0.0.1:0': name the port")]
    [InlineData("Dnc__GrpcUrl", "ftp://x:9", "Dnc__GrpcUrl is 'ftp://x:9', which is not an address to listen on: 'ftp' is neither http nor https.")]
    [InlineData("ASPNETCORE_URLS", "port 80", "'port 80' is not an address to listen on")]
    public async Task A_wrong_setting_is_named(string variable, string value, string expected) =>
        await RefusesAsync(new HostStart().With(variable, value), expected);

    [Fact]
    public async Task A_database_that_cannot_be_reached_is_told_by_the_setting_that_leads_to_it() => await RefusesAsync(
        new HostStart().With("Dnc__Storage", "postgres").With("Dnc__ConnectionString", "Host=127.0.0.1;Port=1;Database=dnc"),
        "PostgreSQL, by Dnc__ConnectionString: Failed to connect to 127.0.0.1:1");

    [Fact]
    public async Task A_wrong_argument_is_named_like_a_variable() =>
        await RefusesAsync(new HostStart { Arguments = ["--Dnc:Storage=oracle"] }, "Dnc__Storage is 'oracle'");

    [Fact]
    public async Task An_argument_that_nobody_reads_is_named() =>
        await RefusesAsync(new HostStart { Arguments = ["--foo=1"] }, "'--foo' is not an argument");

    [Fact]
    public async Task Https_without_a_certificate_says_where_to_name_one()
    {
        // A home of its own: the developers' certificate of whoever runs this would do.
        var home = Directory.CreateTempSubdirectory("dnc-home-").FullName;
        try
        {
            await RefusesAsync(
                new HostStart { Arguments = ["--urls", "https://127.0.0.1:0"] }.With("HOME", home),
                "'https://127.0.0.1:0' is not an address to listen on: https needs a certificate, and there is none. Name one in Kestrel__Certificates");
        }
        finally
        {
            Directory.Delete(home, recursive: true);
        }
    }

    [Fact]
    public async Task Ports_without_addresses_are_tested_like_addresses() => await RefusesAsync(
        new HostStart().With("ASPNETCORE_URLS", null).With("ASPNETCORE_HTTP_PORTS", "99999"), "'http://*:99999' is not an address to listen on");

    [Theory]
    [InlineData("--help", "--Dnc:DataDirectory")]
    [InlineData("--version", "DncActors ")]
    public async Task Who_asks_for_a_word_gets_it_and_no_server(string argument, string expected)
    {
        var (code, output) = await HostProcess.StartAndRefuseAsync(new HostStart { Arguments = [argument] });

        Assert.Equal(0, code);
        Assert.Contains(expected, output, StringComparison.Ordinal);
        Assert.DoesNotContain("listening", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_that_is_wrong_is_told_at_once()
    {
        var (_, output) = await HostProcess.StartAndRefuseAsync(new HostStart().With("Dnc__Role", "boss").With("Dnc__Demo", "perhaps"));

        Assert.Contains("Dnc__Role is 'boss'", output, StringComparison.Ordinal);
        Assert.Contains("Dnc__Demo is 'perhaps'", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_data_directory_that_is_a_file_is_refused()
    {
        var file = Path.GetTempFileName();
        try
        {
            await RefusesAsync(new HostStart().With("Dnc__DataDirectory", file), $"Dnc__DataDirectory is '{file}', and nothing can be written there");
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task A_port_that_is_taken_is_named()
    {
        using var taken = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        taken.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        taken.Listen();
        var url = $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndPoint!).Port}";

        await RefusesAsync(new HostStart().With("ASPNETCORE_URLS", url), $"{url} is taken by another program");
    }

    [Fact]
    public async Task A_port_for_grpc_that_is_taken_or_that_http_has_is_named()
    {
        using var taken = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        taken.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        taken.Listen();
        var url = $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndPoint!).Port}";

        await RefusesAsync(new HostStart().With("Dnc__GrpcUrl", url), $"{url} is taken by another program. End that program, or set another address for gRPC");
        await RefusesAsync(new HostStart().With("ASPNETCORE_URLS", url).With("Dnc__GrpcUrl", url), $"Dnc__GrpcUrl is '{url}', and HTTP is served on port");
    }

    [Fact]
    public async Task A_silo_port_that_was_asked_for_and_is_taken_is_named()
    {
        using var taken = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        taken.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        taken.Listen();
        var port = ((IPEndPoint)taken.LocalEndPoint!).Port;

        await RefusesAsync(new HostStart().With("Dnc__SiloPort", $"{port}"), $"Dnc__SiloPort is {port}, and that port is taken");
    }

    [Fact]
    public async Task A_second_process_on_the_same_data_directory_says_who_has_it()
    {
        await using var first = await HostProcess.StartAsync();

        await RefusesAsync(new HostStart { DataDirectory = first.DataDirectory }, $"is in use by process {first.Id}");

        Assert.Equal(HttpStatusCode.OK, await first.StatusAsync("/readyz"));
    }

    static async Task RefusesAsync(HostStart start, string expected)
    {
        var (code, output) = await HostProcess.StartAndRefuseAsync(start);

        var line = Assert.Single(output.Split('\n'), line => line.StartsWith("DncActors cannot start: ", StringComparison.Ordinal));
        Assert.Contains(expected, line, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
        Assert.Equal(1, code);
    }
}
