namespace DncActors.Client.Registry;

/// <summary>An import that brought entries.</summary>
public sealed record DncImportModel
{
    /// <summary>Stands on its entries as <c>importId</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Who imported.</summary>
    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>How many entries it brought.</summary>
    public required long Entries { get; init; }

    /// <summary>How many of them were revoked since, together or one by one.</summary>
    public required long Revoked { get; init; }
}
