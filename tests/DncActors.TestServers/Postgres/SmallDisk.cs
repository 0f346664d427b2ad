using System.Diagnostics;
using System.Globalization;

namespace DncActors.TestServers.Postgres;

/// <summary>A file system in memory, a server's own, that can be made full and have room again.</summary>
public sealed class SmallDisk
{
    const string Room = "4g";
    const int PageSize = 4096;

    readonly string directory;

    SmallDisk(string directory) => this.directory = directory;

    /// <summary>Null where the tests may not mount anything: then nothing can be full.</summary>
    /// <param name="room">How much it holds, as mount has it.</param>
    public static async Task<SmallDisk?> MountAsync(string directory, string room = Room) =>
        Environment.IsPrivilegedProcess && await RunAsync("mount", "-t", "tmpfs", "-o", $"size={room}", "dnc-test", directory)
            ? new SmallDisk(directory)
            : null;

    /// <summary>With all that is on it.</summary>
    public async Task UnmountAsync() => await RunAsync("umount", "-l", directory);

    /// <summary>From now on there is room for next to nothing.</summary>
    public async Task FillAsync()
    {
        // It cannot be made smaller than what is in it, and somebody writes while this looks: once more, then.
        for (var pages = 16; !await TryFillAsync(pages); pages *= 2)
        {
        }
    }

    public async Task FreeAsync()
    {
        if (await RunAsync("mount", "-o", $"remount,size={Room}", directory)) return;
        throw new InvalidOperationException($"{directory} could not be given room again.");
    }

    Task<bool> TryFillAsync(int pages)
    {
        var drive = new DriveInfo(directory);
        var size = drive.TotalSize - drive.TotalFreeSpace + ((long)pages * PageSize);
        return RunAsync("mount", "-o", string.Create(CultureInfo.InvariantCulture, $"remount,size={size}"), directory);
    }

    static async Task<bool> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        await process.WaitForExitAsync();
        return process.ExitCode == 0;
    }
}
