namespace DncActors.Client.Registry;

/// <summary>Body of <c>DELETE /v1/dnc/imports/{id}</c>.</summary>
public sealed record RevokeImportRequest
{
    /// <summary>Required: why the import is undone. Stands on every entry that is revoked.</summary>
    public string? Reason { get; init; }

    /// <summary>Where it can be found that people did not ask for this; asked for where the import has entries of the source <c>optOut</c>.</summary>
    public string? Evidence { get; init; }
}
