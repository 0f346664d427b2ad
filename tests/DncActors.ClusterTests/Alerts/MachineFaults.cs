using System.Diagnostics;
using System.Globalization;
using System.Text;
using DncActors.ClusterTests.Faults;
using DncActors.ClusterTests.Scrubs;

namespace DncActors.ClusterTests.Alerts;

/// <summary>What goes wrong with the machine that a node is on.</summary>
static class MachineFaults
{
    const int Scrubs = 8;

    static readonly TimeSpan Wrong = TimeSpan.FromSeconds(5);
    static readonly TimeSpan SlewStep = TimeSpan.FromMilliseconds(50);

    /// <summary>Of a form that takes the node long to read: of plain digits the sender, on the same machine, was the one without time.</summary>
    static readonly byte[] Lines = [.. Enumerable.Range(0, 9_000).SelectMany(i => Encoding.ASCII.GetBytes($"+44 (0) 20 7946 {i:0000}\n"))];

    public static IEnumerable<AlertFault> All =>
    [
        new("a node's disk is filled but for a tenth", "room is made", "DiskNearlyFull")
        {
            CanBeMade = world => world.Disk is not null,
            Make = world => world.FillDiskAsync(free: 0.1),
            Heal = world => EmptyAsync(world),
        },
        new("a node's disk is filled but for a fiftieth", "room is made", "DiskFull")
        {
            CanBeMade = world => world.Disk is not null,
            Make = world => world.FillDiskAsync(free: 0.02),
            Heal = world => EmptyAsync(world),
        },
        new("a node's clock is set five seconds ahead", "it is slewed", "ClockSkew")
        {
            Make = world =>
            {
                world.Second.SetClock(Wrong);
                return Task.CompletedTask;
            },
            Heal = async world =>
            {
                for (var wrong = Wrong; wrong > TimeSpan.Zero;)
                {
                    wrong -= SlewStep;
                    world.Second.SetClock(wrong);
                    await Passing.TimeAsync(SlewStep * 2);
                }
            },
        },
        new("a node with one processor scrubs files without end", "the files come to an end", "ProcessorBusy")
        {
            Make = world => FirstInLineAsync(world.Third),
            Keep = (world, enough) => Task.WhenAll(Enumerable.Range(0, Scrubs).Select(_ => ScrubAsync(world.Third, enough))),
        },
    ];

    static Task EmptyAsync(AlertWorld world)
    {
        world.EmptyDisk();
        return Task.CompletedTask;
    }

    /// <summary>What else runs on the machine leaves it its processor, as far as the tests may ask for that.</summary>
    static async Task FirstInLineAsync(FaultNode node)
    {
        if (node.ProcessId is not { } id) return;
        var threads = new DirectoryInfo(string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/task")).EnumerateDirectories().Select(task => task.Name);
        using var renice = Process.Start(new ProcessStartInfo("renice", ["-n", "-20", "-p", .. threads])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        await renice.WaitForExitAsync();
    }

    static async Task ScrubAsync(FaultNode node, CancellationToken enough)
    {
        // Not by the client, which reads every line itself: it would take from the same machine what the node is to use.
        using var http = new HttpClient { BaseAddress = node.Address, Timeout = Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.Authorization = new("Bearer", node.Api.Key);
        while (!enough.IsCancellationRequested)
        {
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/scrubs") { Content = new StreamContent(new RepeatedStream(Lines, 1_000)) };
                request.Content.Headers.ContentType = new("text/csv");
                using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, enough);
                await answer.Content.CopyToAsync(Stream.Null, enough);
            }
            catch (OperationCanceledException) when (enough.IsCancellationRequested)
            {
                return;
            }
            catch (Exception cut) when (cut is HttpRequestException or IOException)
            {
                // It was refused, or cut off: the next file comes.
            }
        }
    }
}
