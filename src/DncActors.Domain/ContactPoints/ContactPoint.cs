namespace DncActors.Domain.ContactPoints;

/// <summary>
/// A phone or an email as it was read: a phone in E.164 (<c>+12025550123</c>, 7 to 16 characters), an email trimmed, in lower case, its domain in ASCII
/// (at most 254 bytes of UTF-8). Two contact points are the same person's address exactly when they are equal. Made by <see cref="PhoneReader"/> and
/// <see cref="EmailReader"/> only; what they made, they read as itself.
/// </summary>
[GenerateSerializer, Immutable, Alias("dnc.ContactPoint")]
public readonly record struct ContactPoint(ContactPointKind Kind, string Value)
{
    /// <summary>The channels that this kind can be reached by.</summary>
    public Channels Channels => Kind == ContactPointKind.Phone ? Channels.Phone : Channels.Email;

    /// <summary>What may stand in a log: the kind and the last two characters.</summary>
    public override string ToString() => $"{(Kind == ContactPointKind.Phone ? "phone" : "email")} …{(Value is { Length: > 2 } ? Value[^2..] : "")}";
}
