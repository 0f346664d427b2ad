using System.Collections.Immutable;
using System.Globalization;
using DncActors.Domain.Identity;

namespace DncActors.Host.Demo;

/// <summary>The demo's changes as requests with ids made of their names: a demo that was cut off goes on at the next start, and nothing of it comes
/// twice.</summary>
sealed class DemoRequests(string organization, string keyId)
{
    /// <summary>The first and the last change: between them the demo is unfinished.</summary>
    internal const string First = "group inbound-desk";
    internal const string Last = "end";

    internal const string Leads = "leads";
    internal const string Entries = "entries";

    internal static readonly ImmutableArray<string> Imports = [Leads, Entries];

    internal static Guid IdOf(string organization, string step) => StableId.Of("demo", organization, step);

    internal static string Group(string id) => $"group {id}";

    internal static string User(string id) => $"user {id}";

    internal static string Workflow(string id) => $"workflow {id}";

    internal static string Status(string workflowId, string name) => $"status {workflowId} {name}";

    internal static string Action(string workflowId, string from, string name) => $"action {workflowId} {from} {name}";

    internal static string Back(string workflowId) => $"action {workflowId} back";

    internal static string Template(string workflowId, string name) => $"template {workflowId} {name}";

    internal static string Applied(string workflowId, string name) => $"{Template(workflowId, name)}, applied";

    internal static string Execution(string leadId) => $"execution {leadId}";

    internal static string Entry(int n) => string.Create(CultureInfo.InvariantCulture, $"entry {n}");

    /// <summary>A change by the key that the first start made.</summary>
    internal Request ByKey(string step) => By($"key:{keyId}", null, step);

    /// <summary>A change by one of the demo's people.</summary>
    internal Request ByUser(string userId, string step) => By(userId, userId, step);

    Request By(string actor, string? userId, string step) =>
        new(organization, actor, userId, keyId, IdOf(organization, step), StableId.Of("demo", organization, step, actor));
}
