using System.Text.Json.Serialization;

namespace DncActors.Client.Imports;

/// <summary>What became of an import: every line is either accepted or in <see cref="Errors"/>.</summary>
public sealed record ImportModel
{
    /// <summary>Stands on everything that it brought.</summary>
    public required string ImportId { get; init; }

    public required long Accepted { get; init; }
    public required long Rejected { get; init; }

    /// <summary>True: nothing was kept.</summary>
    public required bool DryRun { get; init; }

    /// <summary>The rejected lines in order, the first ones if there are very many; see <see cref="ErrorsOmitted"/>.</summary>
    public required IReadOnlyList<ImportErrorModel> Errors { get; init; }

    /// <summary>Rejected lines that <see cref="Errors"/> had no room for.</summary>
    public long ErrorsOmitted { get; init; }

    /// <summary>
    /// In a dry run of entries: how many contact points would be blocked on a channel on which nothing blocks them now; null otherwise.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? NewlyBlocked { get; init; }

    /// <summary>In a dry run of entries: how many contact points are blocked already on all channels that they would be; null otherwise.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? AlreadyBlocked { get; init; }

    /// <summary>The number of the last line that was read, from 1; a CSV's header is line 1.</summary>
    public required long LastLine { get; init; }
}
