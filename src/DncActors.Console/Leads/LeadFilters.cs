using DncActors.Client.Leads;
using DncActors.Console.Parts;

namespace DncActors.Console.Leads;

/// <summary>Which leads a list shows, as its address says.</summary>
public sealed record LeadFilters(string? Text, string? WorkflowId, string? StatusId, string? SystemStatus, bool? DoNotContact, string? ImportId)
{
    public bool IsAny => this != new LeadFilters(null, null, null, null, null, null);

    public string ToPath() => PathQuery.Of(
        "/leads", ("q", Text), ("workflow", WorkflowId), ("status", StatusId), ("system", SystemStatus),
        ("doNotContact", DoNotContact switch { true => "true", false => "false", null => null }), ("import", ImportId));

    internal LeadSearch ToSearch() => new()
    {
        Text = Text,
        WorkflowId = WorkflowId,
        StatusId = StatusId,
        SystemStatus = SystemStatus,
        DoNotContact = DoNotContact,
        ImportId = ImportId,
    };
}
