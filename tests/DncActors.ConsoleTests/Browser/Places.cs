namespace DncActors.ConsoleTests.Browser;

/// <summary>Every page that an address alone leads to, with its title.</summary>
public static class Places
{
    public static readonly (string Path, string Title)[] All =
    [
        ("/", "Overview"), ("/leads", "Leads"), ("/list", "Do Not Contact list"), ("/check", "Check"), ("/workflows", "Workflows"),
        ("/workflows/templates", "Action templates"), ("/workflows/templates/new", "New template"), ("/reports", "Reports"), ("/audit", "Audit"),
        ("/people", "People"),
        ("/people/groups", "People"), ("/people/roles", "People"), ("/people/keys", "People"), ("/people/organization", "People"), ("/cluster", "Cluster"),
    ];
}
