namespace DncActors.Client.Workflows;

/// <summary>The values of an operation's <c>type</c>.</summary>
public static class OperationTypes
{
    public const string AddToDoNotContact = "addToDoNotContact";
    public const string MoveToStatus = "moveToStatus";
    public const string RemoveFromDoNotContact = "removeFromDoNotContact";
    public const string NotifyUserGroups = "notifyUserGroups";

    public static IReadOnlyList<string> All { get; } = [AddToDoNotContact, MoveToStatus, RemoveFromDoNotContact, NotifyUserGroups];
}
