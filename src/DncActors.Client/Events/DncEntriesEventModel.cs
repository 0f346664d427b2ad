namespace DncActors.Client.Events;

/// <summary><c>dnc.entries</c>: entries that one change added and revoked. Also an item of <c>GET /v1/dnc/changes</c>.</summary>
public sealed record DncEntriesEventModel
{
    /// <summary>Its place in the log; as <c>Last-Event-ID</c> or <c>after</c> it resumes behind it, on any node.</summary>
    public required long Sequence { get; init; }

    public required DateTimeOffset At { get; init; }
    public required IReadOnlyList<DncEntryChangeModel> Added { get; init; }
    public required IReadOnlyList<DncEntryChangeModel> Revoked { get; init; }
}
