using DncActors.Host.FirstStart;
using DncActors.Host.Settings;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace DncActors.UnitTests.Host.FirstStart;

public sealed class PagesAddressTests
{
    [Theory]
    [InlineData("http://[::]:8080", DncRole.Node, true, "http://localhost:8080/")]
    [InlineData("http://10.0.0.7:80", DncRole.Node, true, "http://10.0.0.7/")]
    [InlineData("http://[::]:8080", DncRole.Silo, true, null)]
    [InlineData("http://[::]:8080", DncRole.Node, false, null)]
    [InlineData(null, DncRole.Node, true, null)]
    public void Whoever_starts_it_is_told_where_its_pages_are_if_it_has_any(string? listens, DncRole role, bool console, string? told)
    {
        using var server = new Listening(listens);
        using var services = new ServiceCollection().AddSingleton<IServer>(server).BuildServiceProvider();
        Assert.Equal(told, new PagesAddress(services, new DncOptions { Role = role, Console = console }).Find()?.ToString());
    }

    sealed class Listening : IServer
    {
        internal Listening(string? address)
        {
            var addresses = new ServerAddressesFeature();
            if (address is not null) addresses.Addresses.Add(address);
            Features.Set<IServerAddressesFeature>(addresses);
        }

        public IFeatureCollection Features { get; } = new FeatureCollection();

        public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
            where TContext : notnull => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose()
        {
            // Nothing was opened.
        }
    }
}
