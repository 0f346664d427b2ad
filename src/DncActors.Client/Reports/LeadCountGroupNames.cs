namespace DncActors.Client.Reports;

/// <summary>What the report of leads can be grouped by.</summary>
public static class LeadCountGroupNames
{
    public const string Status = "status";
    public const string SystemStatus = "systemStatus";

    public static IReadOnlyList<string> All { get; } = [Status, SystemStatus];
}
