namespace DncActors.Client.Workflows;

/// <summary>Body of <c>POST /v1/workflows/{w}/statuses</c>.</summary>
public sealed record CreateStatusRequest
{
    /// <summary>Required.</summary>
    public string? Name { get; init; }

    /// <summary>Required: one of <see cref="SystemStatusNames"/>.</summary>
    public string? SystemStatus { get; init; }

    /// <summary>Channels. Default: none.</summary>
    public IReadOnlyList<string?>? RestrictsContact { get; init; }

    /// <summary>Role ids. Default: none, which is everybody.</summary>
    public IReadOnlyList<string?>? AllowedRoles { get; init; }

    /// <summary>Default: true.</summary>
    public bool? Enabled { get; init; }

    /// <summary>Default: after the last.</summary>
    public int? Order { get; init; }
}
