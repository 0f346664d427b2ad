using System.Diagnostics;
using System.Globalization;

namespace DncActors.ClusterTests.Faults;

/// <summary>What happened in a run, line by line, and what was found to be wrong; in a directory that the next run of the same name replaces.</summary>
public sealed class FaultLog : IDisposable
{
    /// <summary>Nobody reads more of them.</summary>
    const int Most = 200;

    readonly Lock gate = new();
    readonly long started = Stopwatch.GetTimestamp();
    readonly List<string> findings = [];
    readonly StreamWriter file;

    public FaultLog(string name)
    {
        Directory = Path.Combine(SourceTree.Artifacts, "fault-runs", name);
        if (System.IO.Directory.Exists(Directory)) System.IO.Directory.Delete(Directory, recursive: true);
        System.IO.Directory.CreateDirectory(Directory);
        file = new StreamWriter(Path.Combine(Directory, "run.log")) { AutoFlush = true };
    }

    /// <summary>Where this log and those of the nodes are.</summary>
    public string Directory { get; }

    public IReadOnlyList<string> Findings
    {
        get
        {
            lock (gate) return [.. findings];
        }
    }

    public void Say(string what)
    {
        lock (gate) file.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Stopwatch.GetElapsedTime(started).TotalSeconds,8:F3} {what}"));
    }

    /// <summary>
    /// A node's clock is wrong, or was lately. Orleans makes no grain where the clock was set back, until the node has noticed and starts anew: meanwhile the
    /// node says that the fault is its own.
    /// </summary>
    public bool ClocksAreWrong { get; set; }

    /// <summary>Something that must not be.</summary>
    public void Find(string what)
    {
        if (ClocksAreWrong && what.Contains("urn:dnc:error:internal", StringComparison.Ordinal))
        {
            Say($"while a clock is wrong: {what}");
            return;
        }
        lock (gate)
        {
            if (findings.Count == Most) return;
            findings.Add(what);
        }
        Say($"VIOLATION {what}");
    }

    public void Dispose() => file.Dispose();
}
