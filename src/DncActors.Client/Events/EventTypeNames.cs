namespace DncActors.Client.Events;

/// <summary>The types of server-sent events.</summary>
public static class EventTypeNames
{
    public const string LeadDoNotContact = "lead.doNotContact";
    public const string LeadMoved = "lead.moved";
    public const string WorkflowChanged = "workflow.changed";

    /// <summary>On the Do Not Contact stream.</summary>
    public const string DncEntries = "dnc.entries";
}
