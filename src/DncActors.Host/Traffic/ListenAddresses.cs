using System.Net;
using System.Net.Sockets;

namespace DncActors.Host.Traffic;

/// <summary>Where HTTP is served, and whether it can be.</summary>
static class ListenAddresses
{
    internal const string Default = "http://localhost:8080";

    /// <summary>The settings that say where to listen; one is enough.</summary>
    static readonly string[] Settings = [WebHostDefaults.ServerUrlsKey, WebHostDefaults.HttpPortsKey, WebHostDefaults.HttpsPortsKey];

    /// <summary>Makes the default the setting where nothing else is one.</summary>
    internal static void UseDefault(IConfigurationManager configuration)
    {
        if (Settings.All(setting => string.IsNullOrEmpty(configuration[setting])) && !configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            configuration[WebHostDefaults.ServerUrlsKey] = Default;
        }
    }

    /// <summary>What is no address at all, or one that the server would refuse with a stack trace.</summary>
    internal static IEnumerable<string> FindWrong(IConfiguration configuration) =>
        from url in Urls(configuration)
        let why = WhyWrong(url, configuration)
        where why is not null
        select $"'{url}' is not an address to listen on{why} Set --urls or ASPNETCORE_URLS to {Default}, or to http://*:8080 for every interface.";

    internal static string? WhyWrong(string url, IConfiguration configuration)
    {
        if (TryParse(url) is not { } address) return ".";
        if (!IsHttp(address) && !IsHttps(address)) return $": '{address.Scheme}' is neither http nor https.";
        if (address.Port is < 0 or > IPEndPoint.MaxPort) return $": a port is between 0 and {IPEndPoint.MaxPort}.";
        if (address.PathBase.Length > 0) return ": it has a path.";
        if (address.Port == 0 && IsLocalhost(address)) return ": a port of the system's choice needs an IP address, 127.0.0.1.";
        return IsHttps(address) && !Certificates.IsThere(configuration)
            ? ": https needs a certificate, and there is none. Name one in Kestrel__Certificates__Default__Path, or put a proxy in front."
            : null;
    }

    static bool IsHttp(BindingAddress address) => address.Scheme.Equals("http", StringComparison.OrdinalIgnoreCase);

    static bool IsHttps(BindingAddress address) => address.Scheme.Equals("https", StringComparison.OrdinalIgnoreCase);

    static bool IsLocalhost(BindingAddress address) => address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase);

    /// <summary>Ports that another program has.</summary>
    internal static IEnumerable<string> FindTaken(IConfiguration configuration, string? grpcUrl) =>
        from url in Urls(configuration)
        let address = TryParse(url)
        where address is { Port: > 0 } && Endpoints(address).Any(IsTaken)
        let taken = $"{url} is taken by another program."
        select url == grpcUrl ? $"{taken} End that program, or set another address for gRPC by {GrpcAddress.Setting}, or none." : Mend(taken);

    /// <summary>The complaint, with what to do.</summary>
    internal static string Mend(string complaint) => $"{complaint} End that program, or set another address by --urls or ASPNETCORE_URLS.";

    /// <summary>Whether somebody listens there. A port that nobody may use, or an address of no interface, is left to the server to complain about.</summary>
    internal static bool IsTaken(IPEndPoint endpoint)
    {
        try
        {
            using var socket = new Socket(endpoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(endpoint);
            socket.Listen(1);
            return false;
        }
        catch (SocketException e)
        {
            return e.SocketErrorCode == SocketError.AddressAlreadyInUse;
        }
    }

    /// <summary>As the server takes them: ports count where no address is set.</summary>
    internal static string[] Urls(IConfiguration configuration) => Parts(configuration, WebHostDefaults.ServerUrlsKey) is { Length: > 0 } urls
        ? urls
        :
        [
            .. Parts(configuration, WebHostDefaults.HttpPortsKey).Select(port => $"http://*:{port}"),
            .. Parts(configuration, WebHostDefaults.HttpsPortsKey).Select(port => $"https://*:{port}"),
        ];

    static string[] Parts(IConfiguration configuration, string setting) =>
        (configuration[setting] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    internal static BindingAddress? TryParse(string url)
    {
        try
        {
            return BindingAddress.Parse(url) is { IsUnixPipe: false, IsNamedPipe: false } address ? address : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    static IEnumerable<IPEndPoint> Endpoints(BindingAddress address)
    {
        if (IsLocalhost(address))
        {
            yield return new(IPAddress.Loopback, address.Port);
            if (Socket.OSSupportsIPv6) yield return new(IPAddress.IPv6Loopback, address.Port);
        }
        else
        {
            yield return new(IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) ? ip : IPAddress.Any, address.Port);
        }
    }
}
