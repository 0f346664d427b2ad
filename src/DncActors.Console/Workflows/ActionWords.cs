using System.Globalization;
using DncActors.Client.Workflows;
using DncActors.Console.Parts;

namespace DncActors.Console.Workflows;

/// <summary>What an action does, in plain words.</summary>
static class ActionWords
{
    /// <summary>One sentence each, in the order in which they are done.</summary>
    /// <param name="groups">Those of the lead that it is about; null where it is about none in particular.</param>
    internal static IEnumerable<string> Sentences(
        IEnumerable<OperationDraft> operations, OrganizationWords words, IReadOnlyCollection<string>? groups = null)
    {
        var all = operations.ToArray();
        foreach (var operation in all) yield return Sentence(operation, words);
        if (all.Length == 0) yield return "Nothing yet.";
        else if (!Array.Exists(all, operation => operation.Type == OperationTypes.NotifyUserGroups)) yield return Told(words, groups);
    }

    /// <summary>Those that were archived hear nothing.</summary>
    static string Told(OrganizationWords words, IReadOnlyCollection<string>? groups)
    {
        if (groups is null) return "The lead's own user groups are told.";
        var names = words.Groups.Where(group => groups.Contains(group.Id)).Select(group => group.Name).ToList();
        return names.Count == 0 ? "No user group is told: the lead belongs to none." : $"Told: {string.Join(", ", names)}.";
    }

    /// <summary>All of it in a line, for a card.</summary>
    internal static string Short(IEnumerable<OperationModel> operations, OrganizationWords words)
    {
        var parts = operations.Select(OperationDraft.From).Select(operation => operation.Type switch
        {
            OperationTypes.AddToDoNotContact => $"blocks {ChannelWords.Sentence(operation.Channels)}{Until(operation)}",
            OperationTypes.MoveToStatus => $"moves to {words.StatusName(operation.WorkflowId, operation.StatusId)}",
            OperationTypes.RemoveFromDoNotContact => $"unblocks {ChannelWords.Sentence(operation.Channels)}",
            OperationTypes.NotifyUserGroups => operation.EveryGroup ? "tells everybody" : "tells chosen groups",
            _ => operation.Type,
        }).ToArray();
        return parts.Length == 0 ? "only recorded" : string.Join(", ", parts);
    }

    static string Sentence(OperationDraft operation, OrganizationWords words) => operation.Type switch
    {
        OperationTypes.AddToDoNotContact =>
            $"{(operation.OnlyPrimary ? "The lead's primary contact points go" : "Every phone and email of the lead goes")} on the Do Not Contact list for "
            + $"{ChannelWords.Sentence(operation.Channels)}{Until(operation)}: nobody in the organization may use them, for any lead.",
        OperationTypes.MoveToStatus => operation.StatusId is null ? "The lead moves to a status that is not chosen yet." : Move(operation, words),
        OperationTypes.RemoveFromDoNotContact =>
            $"What actions on this lead put on the list for {ChannelWords.Sentence(operation.Channels)} is taken off"
            + (operation.RequiresEvidence ? ", and the agent must say where the person's wish can be found." : "."),
        OperationTypes.NotifyUserGroups => operation.EveryGroup ? "Every user group is told."
            : operation.Groups.Count == 0 ? "No user group is told." : $"Told: {string.Join(", ", operation.Groups.Select(words.Group))}.",
        _ => $"{operation.Type}: of a newer version of the service, kept as it is.",
    };

    static string Move(OperationDraft operation, OrganizationWords words)
    {
        var status = words.Status(operation.WorkflowId, operation.StatusId);
        var name = $"“{words.StatusName(operation.WorkflowId, operation.StatusId)}” of {words.WorkflowName(operation.WorkflowId)}";
        return status?.RestrictsContact is { Count: > 0 } restricted
            ? $"The lead moves to {name}, where {ChannelWords.Sentence(restricted)} are not allowed."
            : $"The lead moves to {name}.";
    }

    static string Until(OperationDraft operation) =>
        operation.ExpiresAfterDays is { } days ? string.Create(CultureInfo.InvariantCulture, $" for {days} days") : "";
}
