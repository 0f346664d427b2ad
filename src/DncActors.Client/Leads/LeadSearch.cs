namespace DncActors.Client.Leads;

/// <summary>Which leads; what is null asks nothing.</summary>
public sealed record LeadSearch
{
    public string? WorkflowId { get; init; }
    public string? StatusId { get; init; }

    /// <summary>One of <see cref="Workflows.SystemStatusNames"/>.</summary>
    public string? SystemStatus { get; init; }

    /// <summary>Flagged, or not.</summary>
    public bool? DoNotContact { get; init; }

    /// <summary>An id, the beginning of a word of the name, a phone or an email.</summary>
    public string? Text { get; init; }

    /// <summary>Those that came with this import.</summary>
    public string? ImportId { get; init; }
}
