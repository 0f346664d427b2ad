using System.Net;
using DncActors.Host.Settings;
using DncActors.Host.Traffic;

namespace DncActors.Host.Silo;

/// <summary>The silo's ports.</summary>
/// <param name="Gateway">0 where no port is opened for clients.</param>
sealed record SiloPorts(int Silo, int Gateway)
{
    const int DefaultSilo = 11_111;
    const int DefaultGateway = 30_000;
    const int Tries = 200;

    /// <summary>In a process that is alone nobody else needs to find it, so a taken default gives way; in a cluster the ports are what was said.</summary>
    internal static SiloPorts Choose(DncOptions options) => options.Storage == StorageKind.Postgres
        ? new(options.SiloPort ?? DefaultSilo, options.GatewayPort ?? DefaultGateway)
        : new(options.SiloPort ?? Enumerable.Range(DefaultSilo, Tries).First(IsFree), options.GatewayPort ?? 0);

    /// <summary>What was asked for and cannot be had; a gateway has no silo and asks for nothing.</summary>
    internal static IEnumerable<string> FindTaken(DncOptions options) =>
        from port in options.Role == DncRole.Gateway ? [] : Fixed(options)
        where !IsFree(port.Number)
        select $"{port.Name} is {port.Number}, and that port is taken by another program: end that program, or set another.";

    static IEnumerable<(string Name, int Number)> Fixed(DncOptions options)
    {
        var (chosen, all) = (Choose(options), options.Storage == StorageKind.Postgres);
        if (all || options.SiloPort is not null) yield return ("Dnc__SiloPort", chosen.Silo);
        if (all || options.GatewayPort is not null) yield return ("Dnc__GatewayPort", chosen.Gateway);
    }

    static bool IsFree(int port) => !ListenAddresses.IsTaken(new(IPAddress.Loopback, port));
}
