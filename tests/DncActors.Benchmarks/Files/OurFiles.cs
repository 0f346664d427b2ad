using System.Diagnostics;
using DncActors.Benchmarks.Load;

namespace DncActors.Benchmarks.Files;

/// <summary>The product: the file goes over HTTP, sent by <c>curl</c>, which writes what comes back while it sends.</summary>
sealed class OurFiles : IFilePeer
{
    readonly ServerProcess _server;

    OurFiles(ServerProcess server) => _server = server;

    public string Name => "ours, over HTTP";

    public bool KeepsOrder => true;

    public TimeSpan Cpu => _server.Cpu;

    public static async Task<OurFiles> StartAsync(Listing listing)
    {
        var server = await ServerProcess.StartAsync();
        await listing.ImportAsync(server);
        return new(server);
    }

    public async Task RunAsync(string from, string to)
    {
        using var curl = Process.Start(new ProcessStartInfo("curl", [
            "-sS", "-f", "-X", "POST", "-T", from, "-o", to,
            "-H", $"Authorization: Bearer {ServerProcess.Key}", "-H", "Content-Type: text/csv", "-H", "Expect:",
            new Uri(_server.Address, "/v1/scrubs?channel=call").ToString()]))!;
        await curl.WaitForExitAsync();
        if (curl.ExitCode != 0) throw new InvalidOperationException($"curl ended with {curl.ExitCode}.");
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
