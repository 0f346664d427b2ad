namespace DncActors.Client.People;

/// <summary>The ids of the roles that every organization has and nobody can change.</summary>
public static class BuiltInRoleNames
{
    public const string Administrator = "administrator";
    public const string Manager = "manager";
    public const string Agent = "agent";
    public const string Dialer = "dialer";
    public const string Auditor = "auditor";

    public static IReadOnlyList<string> All { get; } = [Administrator, Manager, Agent, Dialer, Auditor];
}
