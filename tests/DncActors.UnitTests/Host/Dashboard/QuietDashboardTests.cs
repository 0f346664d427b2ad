using DncActors.Host.Dashboard;
using Microsoft.Extensions.Hosting;

namespace DncActors.UnitTests.Host.Dashboard;

/// <summary>Orleans' dashboard without its reader of metrics.</summary>
public sealed class QuietDashboardTests
{
    [Fact]
    public async Task It_starts_the_dashboard_ends_what_that_reads_with_and_stops_it()
    {
        var dashboard = new Recorded();
        var quiet = new QuietDashboard(dashboard);

        await quiet.StartAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["start", "dispose"], dashboard.Done);

        await quiet.StopAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["start", "dispose", "stop"], dashboard.Done);
    }

    sealed class Recorded : IHostedService, IDisposable
    {
        public List<string> Done { get; } = [];

        public Task StartAsync(CancellationToken cancellationToken) => Note("start");

        public Task StopAsync(CancellationToken cancellationToken) => Note("stop");

        public void Dispose() => Done.Add("dispose");

        Task Note(string what)
        {
            Done.Add(what);
            return Task.CompletedTask;
        }
    }
}
