using DncActors.Client.People;

namespace DncActors.Console.People;

/// <summary>Permissions as people read them.</summary>
static class PermissionWords
{
    internal static string Of(string permission) => permission switch
    {
        PermissionNames.WorkflowEdit => "edit workflows",
        PermissionNames.ActionExecute => "run actions on leads",
        PermissionNames.ContactCheck => "check contact points",
        PermissionNames.DncRead => "read the Do Not Contact list",
        PermissionNames.DncWrite => "change the Do Not Contact list",
        PermissionNames.LeadRead => "read leads",
        PermissionNames.LeadWrite => "change leads",
        PermissionNames.ReportRead => "read reports and the audit",
        PermissionNames.Admin => "administer people and the service",
        _ => permission,
    };
}
