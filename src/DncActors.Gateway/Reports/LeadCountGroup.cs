namespace DncActors.Gateway.Reports;

/// <summary>What leads are counted by.</summary>
enum LeadCountGroup
{
    Status,
    SystemStatus,
}
