using System.Collections.Immutable;

namespace DncActors.Domain.People;

/// <summary>The roles that every organization has (api.md, Who calls). They are not stored: no mistake can change them.</summary>
public static class BuiltInRoles
{
    public const string Administrator = "administrator";

    public static readonly ImmutableArray<Role> All =
    [
        Make(Administrator, "Administrator", Permissions.All),
        Make("manager", "Manager", Permissions.All & ~Permissions.Admin),
        Make("agent", "Agent", Permissions.ActionExecute | Permissions.ContactCheck | Permissions.LeadRead),
        Make("dialer", "Dialer", Permissions.ContactCheck),
        Make("auditor", "Auditor", Permissions.ReportRead | Permissions.DncRead | Permissions.LeadRead),
    ];

    static Role Make(string id, string name, Permissions permissions) => new(id, 1, false, name, permissions, BuiltIn: true);
}
