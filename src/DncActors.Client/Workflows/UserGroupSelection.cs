using System.Text.Json.Serialization;

namespace DncActors.Client.Workflows;

/// <summary>User groups by their ids, or all of them: on the wire a list, or the text <c>"all"</c>.</summary>
[JsonConverter(typeof(UserGroupSelectionConverter))]
public sealed record UserGroupSelection
{
    UserGroupSelection(bool everyGroup, IReadOnlyList<string?> ids)
    {
        EveryGroup = everyGroup;
        Ids = ids;
    }

    /// <summary>Every group of the organization, those that are made later too.</summary>
    public static UserGroupSelection All { get; } = new(true, []);

    /// <summary>These groups.</summary>
    public static UserGroupSelection Of(params IReadOnlyList<string?> ids) => new(false, ids);

    public bool EveryGroup { get; }

    /// <summary>Empty when <see cref="EveryGroup"/>.</summary>
    public IReadOnlyList<string?> Ids { get; }

    public bool Equals(UserGroupSelection? other) => other is not null && EveryGroup == other.EveryGroup && Ids.SequenceEqual(other.Ids);

    public override int GetHashCode() => HashCode.Combine(EveryGroup, Ids.Count);
}
