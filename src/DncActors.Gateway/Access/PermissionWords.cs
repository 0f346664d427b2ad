using DncActors.Client.People;
using DncActors.Domain.People;
using DncActors.Gateway.Requests;

namespace DncActors.Gateway.Access;

/// <summary>Permissions as they are on the wire.</summary>
static class PermissionWords
{
    internal static readonly Words<Permissions> Words = new(
        (Permissions.WorkflowEdit, PermissionNames.WorkflowEdit),
        (Permissions.ActionExecute, PermissionNames.ActionExecute),
        (Permissions.ContactCheck, PermissionNames.ContactCheck),
        (Permissions.DncRead, PermissionNames.DncRead),
        (Permissions.DncWrite, PermissionNames.DncWrite),
        (Permissions.LeadRead, PermissionNames.LeadRead),
        (Permissions.LeadWrite, PermissionNames.LeadWrite),
        (Permissions.ReportRead, PermissionNames.ReportRead),
        (Permissions.Admin, PermissionNames.Admin));

    internal static IReadOnlyList<string> NamesOf(Permissions permissions) =>
        [.. Enum.GetValues<Permissions>().Where(p => p is not (Permissions.None or Permissions.All) && permissions.HasFlag(p)).Select(Words.Of)];
}
