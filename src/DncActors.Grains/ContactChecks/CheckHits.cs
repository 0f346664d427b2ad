using System.Globalization;
using System.Threading.Channels;
using DncActors.Contracts.Registry;
using DncActors.Domain.ContactPoints;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ContactChannels = DncActors.Domain.ContactPoints.Channels;

namespace DncActors.Grains.ContactChecks;

/// <summary>
/// Passes on which checks were blocked, for the list's counters, some seconds later and never on a check's way: what does not fit is not counted. A count is
/// a figure for
/// people, not a fact of the record.
/// </summary>
sealed partial class CheckHits(IGrainFactory grains, TimeProvider time, ILogger<CheckHits> logger) : BackgroundService
{
    const int MostWaiting = 32_768;

    /// <summary>Distinct contact points passed on in one round: what bounds the look-ups that the counting costs.</summary>
    const int MostPoints = 4_096;

    static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    readonly Channel<Hit> _hits = Channel.CreateBounded<Hit>(
        new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    public void CountPhone(string organization, ulong number, ContactChannels channel) => _hits.Writer.TryWrite(new(organization, number, null, channel));

    public void CountEmail(string organization, string email) => _hits.Writer.TryWrite(new(organization, 0, email, ContactChannels.Email));

    public void Count(string organization, in ContactPoint point, ContactChannels channel)
    {
        if (point.Kind == ContactPointKind.Email) CountEmail(organization, point.Value);
        else CountPhone(organization, ulong.Parse(point.Value.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture), channel);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (await _hits.Reader.WaitToReadAsync(stoppingToken))
            {
                await Task.Delay(Pause, time, stoppingToken);
                await PassOnAsync();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping: the last seconds are not counted.
        }
    }

    async Task PassOnAsync()
    {
        var counted = new Dictionary<Hit, int>();
        // Bounded by what can wait: hits that arrive faster than this loop reads them do not keep it.
        for (var i = 0; i < MostWaiting && _hits.Reader.TryRead(out var hit); i++)
        {
            if (counted.TryGetValue(hit, out var count)) counted[hit] = count + 1;
            else if (counted.Count < MostPoints) counted[hit] = 1;
        }
        var now = time.GetUtcNow();
        var shards = counted.GroupBy(c => RegistryShards.KeyOf(c.Key.Organization, c.Key.Point), c => new PointHits(c.Key.Point, c.Key.Channel, c.Value, now));
        foreach (var shard in shards)
        {
            try
            {
                await grains.GetGrain<IDncRegistryGrain>(shard.Key).CountHitsAsync([.. shard]);
            }
#pragma warning disable CA1031 // A count may be lost, the loop that passes them on may not.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                LogFault(logger, fault.GetType().Name);
            }
        }
    }

    readonly record struct Hit(string Organization, ulong Number, string? Email, ContactChannels Channel)
    {
        public ContactPoint Point => Email is { } email
            ? new(ContactPointKind.Email, email)
            : new(ContactPointKind.Phone, string.Create(CultureInfo.InvariantCulture, $"+{Number}"));
    }

    [LoggerMessage(1, LogLevel.Warning, "Blocked checks could not be counted: {Fault}")]
    private static partial void LogFault(ILogger logger, string fault);
}
