namespace DncActors.Client.ContactPoints;

/// <summary>A lead's phone or email.</summary>
public sealed record ContactPointModel
{
    /// <summary>One of <see cref="ContactPointKindNames"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>As it was read: a phone in E.164, an email in lower case with its domain in ASCII.</summary>
    public required string Value { get; init; }

    /// <summary>As it was typed.</summary>
    public required string Typed { get; init; }

    /// <summary>What people call it ("mobile", "work"); null for none.</summary>
    public string? Label { get; init; }

    /// <summary>Whether operations on <c>primary</c> contact points include it.</summary>
    public required bool Primary { get; init; }
}
