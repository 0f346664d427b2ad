using System.Net;
using DncActors.Host.Settings;
using DncActors.Host.Traffic;

namespace DncActors.Host.Silo;

/// <summary>The ports of the silo in a process that is alone: nobody else needs to find it, so a taken default gives way.</summary>
/// <param name="Gateway">0 where no port is opened for clients.</param>
sealed record SiloPorts(int Silo, int Gateway)
{
    const int DefaultSilo = 11_111;
    const int Tries = 200;

    internal static SiloPorts Choose(DncOptions options) =>
        new(options.SiloPort ?? Enumerable.Range(DefaultSilo, Tries).First(IsFree), options.GatewayPort ?? 0);

    /// <summary>What was asked for and cannot be had.</summary>
    internal static IEnumerable<string> FindTaken(DncOptions options) =>
        from port in new[] { (Name: "Dnc__SiloPort", Value: options.SiloPort), (Name: "Dnc__GatewayPort", Value: options.GatewayPort) }
        where port.Value is { } number && !IsFree(number)
        select $"{port.Name} is {port.Value}, and that port is taken by another program: end that program, or set another.";

    static bool IsFree(int port) => !ListenAddresses.IsTaken(new(IPAddress.Loopback, port));
}
