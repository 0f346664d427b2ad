namespace DncActors.Domain.ContactPoints;

/// <summary>What a contact point is: a phone (calls and texts) or an email.</summary>
public enum ContactPointKind : byte
{
    Phone = 0,
    Email = 1,
}
