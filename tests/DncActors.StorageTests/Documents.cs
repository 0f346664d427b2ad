using DncActors.Domain.ContactPoints;
using DncActors.Domain.Ledger;
using DncActors.Domain.Organizations;
using DncActors.Domain.People;
using DncActors.Domain.Workflows;

namespace DncActors.StorageTests;

/// <summary>Documents with something in every field.</summary>
public static class Documents
{
    public static readonly WorkflowAction Action = new(
        "a1",
        "Do Not Contact",
        "Compliance",
        true,
        ["closer"],
        2,
        [
            new AddToDoNotContact(Channels.All, ContactPointSelection.Primary, "asked", 90),
            new MoveToStatus("sales", "dnc"),
            new RemoveFromDoNotContact(Channels.Call, true),
            new NotifyUserGroups(false, ["east", "west"]),
            new NotifyUserGroups(true, []),
        ]);

    public static readonly Workflow Workflow = new(
        "sales",
        1,
        false,
        "Sales – Öst",
        "lead",
        [
            new Status("new", "New", SystemStatus.New, Channels.None, ["closer", "opener"], true, false, 1, [Action]),
            new Status("dnc", "Do Not Contact", SystemStatus.Dead, Channels.All, [], false, true, 9, []),
        ]);

    public static IEnumerable<Document> OfEveryKind() =>
    [
        Workflow,
        new Organization("acme", 1, false, "Acme", "GB"),
        new ActionTemplate("t1", 1, true, "Opt out", "lead", Action with { Id = "" }),
        new Role("closer", 1, false, "Closer", Permissions.LeadRead | Permissions.ActionExecute, false),
        new User("u1", 1, false, "Ann", ["closer"], ["east"]),
        new UserGroup("east", 1, false, "East", ["lead", "recruit"]),
        new ApiKey("k1", 1, false, "CRM", "agent", "u1", true, new string('a', 64), "x9Zq", Samples.Now),
        new UserPassword("u1", 1, false, "pbkdf2-sha256$600000$c2FsdA==$aGFzaA=="),
    ];
}
