namespace DncActors.Client.ContactPoints;

/// <summary>A phone or an email as somebody typed it.</summary>
public sealed record ContactPointRequest
{
    /// <summary>Required: one of <see cref="ContactPointKindNames"/>.</summary>
    public string? Kind { get; init; }

    /// <summary>Required: a phone in any usual form (a national one is read in the organization's region), or an email.</summary>
    public string? Value { get; init; }

    /// <summary>What people call it ("mobile", "work").</summary>
    public string? Label { get; init; }

    /// <summary>Whether operations on <c>primary</c> contact points include it. Default: false.</summary>
    public bool? Primary { get; init; }
}
