namespace DncActors.Domain.People;

/// <summary>How many of each an organization may have, archived ones not counted: every node keeps them all in memory.</summary>
public static class PeopleLimits
{
    public const int MaxRoles = 500;
    public const int MaxUsers = 20_000;
    public const int MaxUserGroups = 2_000;
    public const int MaxKeys = 2_000;
}
