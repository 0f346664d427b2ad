using DncActors.Contracts.Nodes;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DncActors.Gateway.Silos;

/// <summary>A gateway is ready while a silo is that it can reach. It looks four times a second, so that asking costs nothing.</summary>
sealed partial class SiloReadiness(SiloCalls silos, TimeProvider time, IHostApplicationLifetime lifetime, ILogger<SiloReadiness> logger)
    : BackgroundService, INodeReadiness
{
    /// <summary>Silos asked in one look, each the next one: as many as may be starting at once while one is ready.</summary>
    const int MostAsked = 4;

    static readonly TimeSpan Every = TimeSpan.FromMilliseconds(250);

    volatile string? _whyNot = "The gateway is looking for silos.";

    public string? WhyNot => lifetime.ApplicationStopping.IsCancellationRequested ? "The gateway is stopping." : _whyNot;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var whyNot = await LookAsync(stoppingToken);
            if (stoppingToken.IsCancellationRequested) return;
            if (whyNot is null && _whyNot is not null) LogReady(logger);
            else if (whyNot is not null && _whyNot is null) LogNotReady(logger, whyNot);
            _whyNot = whyNot;
            await Task.Delay(Every, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    async Task<string?> LookAsync(CancellationToken cancellation)
    {
        var whyNot = "No silo has been asked.";
        for (var i = 0; i < MostAsked && whyNot is not null; i++)
        {
            try
            {
                whyNot = await silos.AskAsync(() => silos.Any<INodeGrain>().WhyNotAsync(), why => why is null, cancellation);
            }
#pragma warning disable CA1031 // Whatever it was, a gateway that stops looking never becomes ready again.
            catch (Exception)
#pragma warning restore CA1031
            {
                return "No silo can be reached.";
            }
        }
        return whyNot;
    }

    [LoggerMessage(1, LogLevel.Information, "Ready: a silo answers")]
    private static partial void LogReady(ILogger logger);

    [LoggerMessage(2, LogLevel.Warning, "Not ready any more: {Why}")]
    private static partial void LogNotReady(ILogger logger, string why);
}
