using DncActors.Client.People;
using MudBlazor;

namespace DncActors.Console.Layout;

/// <summary>The pages of the menu, in its order.</summary>
static class Pages
{
    /// <param name="Needs">The permission without which there is nothing to see; null for none.</param>
    internal sealed record MenuPage(string Path, string Name, string Icon, string? Needs);

    internal static readonly MenuPage[] All =
    [
        new("/", "Overview", Icons.Material.Outlined.SpaceDashboard, null),
        new("/leads", "Leads", Icons.Material.Outlined.Contacts, PermissionNames.LeadRead),
        new("/list", "Do Not Contact", Icons.Material.Outlined.PhoneDisabled, PermissionNames.DncRead),
        new("/check", "Check", Icons.Material.Outlined.FactCheck, PermissionNames.ContactCheck),
        new("/workflows", "Workflows", Icons.Material.Outlined.ViewKanban, null),
        new("/reports", "Reports", Icons.Material.Outlined.BarChart, PermissionNames.ReportRead),
        new("/audit", "Audit", Icons.Material.Outlined.History, PermissionNames.ReportRead),
        new("/people", "People", Icons.Material.Outlined.Group, PermissionNames.Admin),
        new("/cluster", "Cluster", Icons.Material.Outlined.Hub, PermissionNames.Admin),
    ];
}
