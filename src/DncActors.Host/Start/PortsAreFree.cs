using DncActors.Host.Settings;
using DncActors.Host.Silo;
using DncActors.Host.Traffic;

namespace DncActors.Host.Start;

/// <summary>Says at once which port is taken, instead of starting everything and failing at the last step.</summary>
sealed class PortsAreFree(DncOptions options, IConfiguration configuration) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var wrong = ListenAddresses.FindTaken(configuration, options.GrpcUrl).Concat(SiloPorts.FindTaken(options)).ToArray();
        return wrong.Length == 0 ? Task.CompletedTask : throw new StartRefusedException(wrong);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
