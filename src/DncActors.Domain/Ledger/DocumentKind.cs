namespace DncActors.Domain.Ledger;

/// <summary>The published documents of an organization. The numbers are stored.</summary>
public enum DocumentKind : byte
{
    Organization = 0,
    Workflow = 1,
    ActionTemplate = 2,
    Role = 3,
    User = 4,
    UserGroup = 5,
    ApiKey = 6,

    /// <summary>The hash of a user's password. It is in no cache and in no change: who verifies one reads it from the store.</summary>
    UserPassword = 7,
}
