using System.Diagnostics.Metrics;
using DncActors.Domain.Telemetry;

namespace DncActors.Host.Telemetry;

/// <summary>What an operator sees of the disk that the data directory is on; of a process without one, the disk that it was started on.</summary>
sealed class DiskInstruments : IDisposable
{
    readonly Meter _meter;
    readonly string _directory;

    public DiskInstruments(string directory, IMeterFactory? meters = null)
    {
        _directory = Path.GetFullPath(directory);
        _meter = meters?.Create(TelemetryNames.Meter) ?? new Meter(TelemetryNames.Meter);
        _meter.CreateObservableGauge<long>("dnc.disk.free", () => Look(disk => disk.AvailableFreeSpace), "By", "What is free for this process on its disk");
        _meter.CreateObservableGauge<long>("dnc.disk.size", () => Look(disk => disk.TotalSize), "By", "What the disk holds");
    }

    public void Dispose() => _meter.Dispose();

    IEnumerable<Measurement<long>> Look(Func<DriveInfo, long> at)
    {
        try
        {
            return [new(at(new DriveInfo(Existing(_directory))))];
        }
        catch (Exception unseen) when (unseen is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>With PostgreSQL nobody makes the directory.</summary>
    static string Existing(string directory)
    {
        while (!Directory.Exists(directory) && Path.GetDirectoryName(directory) is { } parent) directory = parent;
        return directory;
    }
}
