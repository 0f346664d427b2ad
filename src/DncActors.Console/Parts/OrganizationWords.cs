using System.Net;
using DncActors.Client;
using DncActors.Client.Errors;
using DncActors.Client.People;
using DncActors.Client.Workflows;

namespace DncActors.Console.Parts;

/// <summary>What an organization calls its workflows, groups, people and roles: ids are for machines. Read once a page.</summary>
public sealed class OrganizationWords
{
    /// <summary>More of a kind than that are called by their ids: a page must open.</summary>
    const int MostOfAKind = 2_000;

    /// <summary>What the API puts before the id of a key that belongs to nobody.</summary>
    const string OfKey = "key:";

    readonly Dictionary<string, WorkflowModel> workflows = [];
    readonly Dictionary<string, string> groups = [];
    readonly Dictionary<string, string> users = [];
    readonly Dictionary<string, string> roles = [];
    readonly Dictionary<string, string> keys = [];

    /// <summary>By record type, then by name; archived ones too.</summary>
    public IReadOnlyList<WorkflowModel> Workflows { get; private set; } = [];

    public IReadOnlyList<UserGroupModel> Groups { get; private set; } = [];

    public IReadOnlyList<UserModel> Users { get; private set; } = [];

    public IReadOnlyList<RoleModel> Roles { get; private set; } = [];

    /// <param name="withKeys">The names of API keys too, which only administrators may read.</param>
    /// <exception cref="Client.Errors.DncException">The API did not answer, or refused.</exception>
    public static async Task<OrganizationWords> ReadAsync(DncClient client, bool withKeys, CancellationToken cancellation)
    {
        var words = new OrganizationWords();
        await words.ReadWorkflowsAsync(client, cancellation);
        words.Groups = await AllAsync(client.UserGroups.WalkAsync(cancellation: cancellation));
        words.Users = await AllAsync(client.Users.WalkAsync(cancellation: cancellation));
        words.Roles = await AllAsync(client.Roles.WalkAsync(cancellation: cancellation));
        foreach (var group in words.Groups) words.groups[group.Id] = group.Name;
        foreach (var user in words.Users) words.users[user.Id] = user.Name;
        foreach (var role in words.Roles) words.roles[role.Id] = role.Name;
        if (withKeys) await words.ReadKeysAsync(client, cancellation);
        return words;
    }

    async Task ReadKeysAsync(DncClient client, CancellationToken cancellation)
    {
        try
        {
            foreach (var key in await AllAsync(client.ApiKeys.WalkAsync(cancellation: cancellation))) keys[key.Id] = key.Name;
        }
        catch (DncProblemException refused) when (refused.Status is HttpStatusCode.Forbidden)
        {
            // Not an administrator any more: keys are called by their ids, and the page opens all the same.
        }
    }

    public async Task ReadWorkflowsAsync(DncClient client, CancellationToken cancellation)
    {
        var all = await AllAsync(client.Workflows.WalkAsync(cancellation: cancellation));
        Workflows = [.. all.OrderBy(workflow => workflow.RecordType).ThenBy(workflow => workflow.Name)];
        workflows.Clear();
        foreach (var workflow in Workflows) workflows[workflow.Id] = workflow;
    }

    public WorkflowModel? Workflow(string? id) => id is null ? null : workflows.GetValueOrDefault(id);

    public StatusModel? Status(string? workflowId, string? statusId) => Workflow(workflowId)?.Statuses.FirstOrDefault(status => status.Id == statusId);

    public string StatusName(string? workflowId, string? statusId) => Status(workflowId, statusId)?.Name ?? statusId ?? "—";

    public string WorkflowName(string? id) => Workflow(id)?.Name ?? id ?? "—";

    public string Group(string id) => groups.GetValueOrDefault(id, id);

    public string Role(string id) => roles.GetValueOrDefault(id, id);

    /// <summary>A user's name, or a key's; the service itself as it is.</summary>
    public string Actor(string? id) =>
        id is null ? "—"
        : id.StartsWith(OfKey, StringComparison.Ordinal) ? Key(id[OfKey.Length..])
        : users.GetValueOrDefault(id, id);

    string Key(string id) => keys.TryGetValue(id, out var name) ? $"{name} (key)" : $"API key {id}";

    static async Task<IReadOnlyList<T>> AllAsync<T>(IAsyncEnumerable<T> items)
    {
        var all = new List<T>();
        await foreach (var item in items)
        {
            all.Add(item);
            if (all.Count == MostOfAKind) break;
        }
        return all;
    }
}
