namespace DncActors.Client.Reports;

/// <summary>What the report of action usage can be grouped by.</summary>
public static class ActionUsageGroupNames
{
    public const string Action = "action";
    public const string Status = "status";
    public const string User = "user";
    public const string Day = "day";

    public static IReadOnlyList<string> All { get; } = [Action, Status, User, Day];
}
