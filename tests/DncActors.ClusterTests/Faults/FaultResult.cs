namespace DncActors.ClusterTests.Faults;

/// <summary>What a run amounted to.</summary>
/// <param name="Ends">How often a node ended that nobody had killed.</param>
/// <param name="Recoveries">How long each round's end took until every node did everything again.</param>
public sealed record FaultResult(
    int Faults, int Executions, int Imports, int Entries, int Checks, int Ends, IReadOnlyList<TimeSpan> Recoveries, IReadOnlyList<string> Findings)
{
    public override string ToString()
    {
        var slow = Recoveries.Count == 0 ? TimeSpan.Zero : Recoveries.Max();
        var late = Recoveries.Count(took => took > TimeSpan.FromSeconds(30));
        return $"{Faults} faults, {Executions} executions, {Imports} imports, {Entries} entries, {Checks} checks, {Ends} nodes that ended by themselves; "
            + $"answering again within {slow.TotalSeconds:F1} s, {late} of {Recoveries.Count} times later than 30 s; "
            + $"{Findings.Count} findings";
    }
}
