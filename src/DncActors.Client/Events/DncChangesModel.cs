namespace DncActors.Client.Events;

/// <summary>Answer of <c>GET /v1/dnc/changes</c>: the changes after a sequence, for those who poll.</summary>
public sealed record DncChangesModel
{
    /// <summary>Ascending.</summary>
    public required IReadOnlyList<DncEntriesEventModel> Items { get; init; }

    /// <summary>The <c>after</c> of the next page when there is more already; null when this is all for now.</summary>
    public required long? Next { get; init; }

    /// <summary>The sequence that this answer is up to: the <c>after</c> of the next poll.</summary>
    public required long Last { get; init; }
}
