namespace DncActors.ClusterTests.Crash;

/// <summary>What was in doubt.</summary>
public enum DoubtKind
{
    Execution,
    EntryImport,
    LeadImport,
}
