using System.Collections.Immutable;
using DncActors.Domain.People;

namespace DncActors.Host.Demo;

/// <summary>The demo's user groups and users: somebody for each built-in role.</summary>
static class DemoPeople
{
    internal const string Manager = "marcus.hale";

    internal static readonly ImmutableArray<UserGroupDraft> Groups =
    [
        new("inbound-desk", "Inbound Desk", ["lead"]),
        new("outbound-desk", "Outbound Desk", ["lead"]),
        new("recruiting", "Recruiting", ["recruit"]),
    ];

    internal static readonly ImmutableArray<UserDraft> Users =
    [
        new("ada.moreno", "Ada Moreno", [BuiltInRoles.Administrator], []),
        new(Manager, "Marcus Hale", ["manager"], ["inbound-desk", "outbound-desk"]),
        new("priya.nair", "Priya Nair", ["agent"], ["inbound-desk"]),
        new("jonas.weber", "Jonas Weber", ["agent"], ["inbound-desk"]),
        new("tom.okoro", "Tom Okoro", ["agent"], ["outbound-desk"]),
        new("elena.ruiz", "Elena Ruiz", ["agent"], ["recruiting"]),
        new("dialer.one", "Dialer One", ["dialer"], ["outbound-desk"]),
        new("grace.lindt", "Grace Lindt", ["auditor"], []),
    ];

    /// <summary>Who runs actions in which workflow.</summary>
    internal static string AgentOf(string workflowId, int n) => workflowId switch
    {
        "inbound" => n % 3 == 0 ? "jonas.weber" : "priya.nair",
        "outbound" => "tom.okoro",
        _ => "elena.ruiz",
    };
}
