using DncActors.Client.Reports;
using DncActors.Domain.Reports;
using DncActors.Gateway.Requests;

namespace DncActors.Gateway.Reports;

/// <summary>The words of reports on the wire.</summary>
static class ReportWords
{
    internal static readonly Words<ActionUsageGroup> UsageGroups = new(
        (ActionUsageGroup.Action, ActionUsageGroupNames.Action),
        (ActionUsageGroup.Status, ActionUsageGroupNames.Status),
        (ActionUsageGroup.User, ActionUsageGroupNames.User),
        (ActionUsageGroup.Day, ActionUsageGroupNames.Day));

    internal static readonly Words<LeadCountGroup> LeadGroups = new(
        (LeadCountGroup.Status, LeadCountGroupNames.Status),
        (LeadCountGroup.SystemStatus, LeadCountGroupNames.SystemStatus));
}
