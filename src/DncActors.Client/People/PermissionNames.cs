namespace DncActors.Client.People;

/// <summary>What a role may grant.</summary>
public static class PermissionNames
{
    public const string WorkflowEdit = "workflow.edit";
    public const string ActionExecute = "action.execute";
    public const string ContactCheck = "contact.check";
    public const string DncRead = "dnc.read";
    public const string DncWrite = "dnc.write";
    public const string LeadRead = "lead.read";
    public const string LeadWrite = "lead.write";
    public const string ReportRead = "report.read";
    public const string Admin = "admin";

    public static IReadOnlyList<string> All { get; } =
        [WorkflowEdit, ActionExecute, ContactCheck, DncRead, DncWrite, LeadRead, LeadWrite, ReportRead, Admin];
}
