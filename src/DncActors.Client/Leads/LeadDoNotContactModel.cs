namespace DncActors.Client.Leads;

/// <summary>Whether a lead wishes no contact, and which of its contact points are blocked for any reason.</summary>
public sealed record LeadDoNotContactModel
{
    /// <summary>True while an execution on this lead that was not revoked, or the status in which it stands, asks for it.</summary>
    public required bool Flagged { get; init; }

    /// <summary>The channels for which it is flagged.</summary>
    public required IReadOnlyList<string> Channels { get; init; }

    /// <summary>Since when it is flagged; null when it is not.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Who asked for it: the actor; null when it is not flagged.</summary>
    public string? By { get; init; }

    /// <summary>The execution that asked for it; null when it is not flagged, or was by none.</summary>
    public string? ExecutionId { get; init; }

    /// <summary>Its contact points (as read) that any entry in force blocks, whoever put it there.</summary>
    public required IReadOnlyList<string> Covered { get; init; }
}
