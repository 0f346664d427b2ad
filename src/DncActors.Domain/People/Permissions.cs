namespace DncActors.Domain.People;

/// <summary>What somebody may do (api.md, Who calls), as a set.</summary>
[Flags]
public enum Permissions
{
    None = 0,
    WorkflowEdit = 1 << 0,
    ActionExecute = 1 << 1,
    ContactCheck = 1 << 2,
    DncRead = 1 << 3,
    DncWrite = 1 << 4,
    LeadRead = 1 << 5,
    LeadWrite = 1 << 6,
    ReportRead = 1 << 7,
    Admin = 1 << 8,
    All = (1 << 9) - 1,
}
