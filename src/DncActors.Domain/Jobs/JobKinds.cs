namespace DncActors.Domain.Jobs;

/// <summary>The kinds of jobs; stored.</summary>
public static class JobKinds
{
    /// <summary>Brings the entries of all leads that stand in a status in line with what the status restricts now.</summary>
    public const string StatusRestriction = "status-restriction";

    /// <summary>Revokes what an import of entries brought.</summary>
    public const string ImportRevocation = "import-revocation";
}
