using System.Text.Json.Serialization;

namespace DncActors.Client.Workflows;

/// <summary>Puts the lead's contact points on the Do Not Contact list.</summary>
public sealed record AddToDoNotContactModel : OperationModel
{
    [JsonPropertyOrder(-1)]
    public override string Type => OperationTypes.AddToDoNotContact;

    /// <summary>Required, at least one channel.</summary>
    public IReadOnlyList<string?>? Channels { get; init; }

    /// <summary>One of <see cref="ContactPointScopeNames"/>. Default: <c>all</c>.</summary>
    public string? ContactPoints { get; init; }

    /// <summary>Why, for people; it stands in every entry. Default: the action's name.</summary>
    public string? Reason { get; init; }

    /// <summary>1 to 3,650 days after which the entries end by themselves. Default: null, never.</summary>
    public int? ExpiresAfterDays { get; init; }
}
