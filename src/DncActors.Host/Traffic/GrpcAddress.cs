using System.Globalization;
using DncActors.Host.Settings;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace DncActors.Host.Traffic;

/// <summary>
/// Where gRPC is served in clear text. It is an address of its own: gRPC is HTTP/2, and without TLS, in which the two sides agree on the version, the server
/// takes whatever comes to an address of HTTP for HTTP/1.1. An address of https serves both.
/// </summary>
static class GrpcAddress
{
    internal const string Setting = $"{DncOptions.Section}__{nameof(DncOptions.GrpcUrl)}";
    internal const string Default = "http://localhost:8081";

    /// <summary>What says that it is served nowhere.</summary>
    const string None = "none";

    /// <summary>The address, or null for none.</summary>
    internal static string? Find(DncOptions options, IConfiguration configuration) =>
        options.GrpcUrl is { } set ? set.Equals(None, StringComparison.OrdinalIgnoreCase) ? null : set
        : options.Role != DncRole.Silo && configuration[WebHostDefaults.ServerUrlsKey] == ListenAddresses.Default ? Default
        : null;

    internal static IEnumerable<string> FindWrong(DncOptions options, IConfiguration configuration)
    {
        if (options.GrpcUrl is null || Find(options, configuration) is not { } url) yield break;
        if (options.Role == DncRole.Silo)
        {
            yield return $"{Setting} is set and Dnc__Role is silo, which has no API. Remove it.";
        }
        else if (configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            yield return $"{Setting} is set and so is Kestrel__Endpoints, which alone says where to listen then. Remove it, and give one of those "
                + "endpoints Protocols=Http2.";
        }
        else if (ListenAddresses.WhyWrong(url, configuration) is { } why)
        {
            yield return $"{Setting} is '{url}', which is not an address to listen on{why} Write {Default}, http://*:8081 for every interface, or {None}.";
        }
        else if (PortOf(url) == 0)
        {
            yield return $"{Setting} is '{url}': name the port, such as {Default}.";
        }
        else if (ListenAddresses.Urls(configuration).Any(http => ListenAddresses.TryParse(http)?.Port == PortOf(url)))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{Setting} is '{url}', and HTTP is served on port {PortOf(url)}: ")
                + $"give gRPC a port of its own, such as {Default}.";
        }
    }

    /// <summary>Listens there too.</summary>
    internal static void Listen(WebApplicationBuilder builder, string url)
    {
        var port = PortOf(url);
        builder.Configuration[WebHostDefaults.ServerUrlsKey] = string.Join(';', ListenAddresses.Urls(builder.Configuration).Append(url));
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureEndpointDefaults(endpoint =>
        {
            if (endpoint.IPEndPoint?.Port == port) endpoint.Protocols = HttpProtocols.Http2;
        }));
    }

    static int PortOf(string url) => ListenAddresses.TryParse(url)!.Port;
}
