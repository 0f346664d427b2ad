using System.Collections.Immutable;
using DncActors.Client;
using DncActors.ClusterTests.Host;

namespace DncActors.ConsoleTests.OpenId;

/// <summary>An identity provider, and a host that lets people in by it.</summary>
public sealed class OpenIdWorld : IAsyncLifetime
{
    internal const string Label = "Acme accounts";

    HostProcess? host;

    public Uri Address => host!.Address;

    public string Output => host!.Output;

    internal IdentityProvider Provider { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Provider = await IdentityProvider.StartAsync();
        host = await HostProcess.StartAsync(new HostStart { Environment = Settings(Provider) });
    }

    public async ValueTask DisposeAsync()
    {
        if (host is not null) await host.DisposeAsync();
        await Provider.DisposeAsync();
    }

    internal static ImmutableDictionary<string, string?> Settings(IdentityProvider provider) => ImmutableDictionary<string, string?>.Empty
        .Add("Dnc__OpenId__Authority", provider.Address.ToString())
        .Add("Dnc__OpenId__ClientId", IdentityProvider.ClientId)
        .Add("Dnc__OpenId__ClientSecret", IdentityProvider.ClientSecret)
        .Add("Dnc__OpenId__Label", Label);

    public DncClient Client(string? key = null) => new(new DncClientOptions { BaseAddress = Address, ApiKey = key ?? host!.AdministratorKey });

    /// <summary>Somebody who goes where they are sent, and remembers their cookies.</summary>
    internal Walker Walk() => new(Address);
}
