namespace DncActors.Domain.Reports;

/// <summary>What executions are counted by.</summary>
public enum ActionUsageGroup : byte
{
    Action = 0,
    Status = 1,
    User = 2,
    Day = 3,
}
