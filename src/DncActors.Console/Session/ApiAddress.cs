using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;

namespace DncActors.Console.Session;

/// <summary>Where the console finds the API: where it was told, or in this process.</summary>
sealed class ApiAddress(ConsoleOptions options, IServer server)
{
    /// <exception cref="InvalidOperationException">The server does not listen yet.</exception>
    internal Uri Find() => options.ApiAddress ?? ConsoleExtensions.FindAddress(server)
        ?? throw new InvalidOperationException("The server does not listen yet.");

    /// <summary>The first of them, which serves HTTP; one for every interface is called by its own name.</summary>
    internal static Uri? OfThisProcess(IEnumerable<string> addresses) => addresses.Select(BindingAddress.Parse).Select(address => new UriBuilder(
        address.Scheme, address.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "localhost" : address.Host, address.Port).Uri).FirstOrDefault();
}
