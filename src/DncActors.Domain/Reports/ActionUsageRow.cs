namespace DncActors.Domain.Reports;

/// <summary>How often, for one action name, status, user or day.</summary>
/// <param name="Key">Action id, <c>workflowId/statusId</c> that it was run in, actor, or <c>yyyy-MM-dd</c>.</param>
/// <param name="Label">The action's name as last run, else the key.</param>
/// <param name="DoNotContact">Those of the executions that put a lead on the list.</param>
[GenerateSerializer, Immutable, Alias("dnc.ActionUsageRow")]
public sealed record ActionUsageRow(string Key, string Label, long Executions, long DoNotContact, DateTimeOffset First, DateTimeOffset Last);
