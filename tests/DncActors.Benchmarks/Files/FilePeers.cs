using System.Diagnostics;
using System.Globalization;
using DncActors.Benchmarks.Compare;

namespace DncActors.Benchmarks.Files;

/// <summary>A file of phones and which of them may be called: the product beside what would be used without it.</summary>
static class FilePeers
{
    public static async Task<int> RunAsync(string[] args)
    {
        var (numbers, json) = (new List<int>(), Path.Combine("artifacts", "benchmarks", "file-peers.json"));
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] == "--json") json = args[++i];
            else numbers.Add(int.Parse(args[i], CultureInfo.InvariantCulture));
        }
        var file = new PhoneFile(At(0, 1_000_000), At(1, 1_000_000));
        var rounds = At(2, 5);
        var directory = Directory.CreateTempSubdirectory("dnc-files-").FullName;
        var (from, to) = (Path.Combine(directory, "phones.csv"), Path.Combine(directory, "verdicts.csv"));
        // PostgreSQL runs as a user of its own.
        using (var chmod = Process.Start("chmod", ["777", directory])) await chmod.WaitForExitAsync();
        await file.MakeAsync(from);
        await using var postgres = await PostgresFilePeer.StartAsync(file.Listing);
        await using var duck = await DuckFilePeer.StartAsync(file.Listing, keepsOrder: true);
        await using var hurried = await DuckFilePeer.StartAsync(file.Listing, keepsOrder: false);
        await using var ours = await OurFiles.StartAsync(file.Listing);
        IFilePeer[] peers = [ours, postgres, duck, hurried];
        foreach (var peer in peers)
        {
            // What another user's process wrote cannot be written over.
            File.Delete(to);
            await peer.RunAsync(from, to);
            await file.VerifyAsync(to, peer.KeepsOrder);
        }
        var contestants = peers.Select(peer => new Contestant(peer.Name, _ => MeasureAsync(peer, file, from, to))).ToArray();
        var contest = await Contest.RunAsync("A file of phones, 10 % listed", "lines", contestants, rounds, 0, warmings: 1);
        contest.Print();
        await BenchReport.WriteAsync(json, new { file.Lines, file.Entries, rounds }, contest);
        Directory.Delete(directory, recursive: true);
        return 0;

        int At(int place, int otherwise) => numbers.Count > place ? numbers[place] : otherwise;
    }

    static async Task<Measured> MeasureAsync(IFilePeer peer, PhoneFile file, string from, string to)
    {
        File.Delete(to);
        var cpu = peer.Cpu;
        var begun = Stopwatch.GetTimestamp();
        await peer.RunAsync(from, to);
        var took = Stopwatch.GetElapsedTime(begun);
        return new(file.Lines / took.TotalSeconds, null, (peer.Cpu - cpu).TotalMicroseconds / file.Lines, null, null, 0);
    }
}
