namespace DncActors.Client.ContactPoints;

/// <summary>What a contact point is, as it is on the wire.</summary>
public static class ContactPointKindNames
{
    public const string Phone = "phone";
    public const string Email = "email";

    public static IReadOnlyList<string> All { get; } = [Phone, Email];
}
