namespace DncActors.Client.Events;

/// <summary>The types of server-sent events.</summary>
public static class EventTypeNames
{
    /// <summary>
    /// The first of every stream, with no other data than its sequence: its <c>id</c> says where the stream begins, so that it can be resumed
    /// without a gap even when it breaks before anything has happened.
    /// </summary>
    public const string StreamOpened = "stream.opened";

    public const string LeadDoNotContact = "lead.doNotContact";
    public const string LeadMoved = "lead.moved";
    public const string WorkflowChanged = "workflow.changed";

    /// <summary>On the Do Not Contact stream.</summary>
    public const string DncEntries = "dnc.entries";
}
