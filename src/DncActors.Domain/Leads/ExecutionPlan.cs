using System.Collections.Immutable;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Organizations;
using DncActors.Domain.Registry;
using DncActors.Domain.Workflows;

namespace DncActors.Domain.Leads;

/// <summary>An execution while its operations run, one after the other; nothing of it is written before the last.</summary>
sealed class ExecutionPlan(PlanContext context, LeadState state, OrganizationDocuments documents, string? evidence)
{
    readonly SortedSet<string> _notified = new(StringComparer.Ordinal);
    bool _notifies;

    public OwnEntriesPlan Entries { get; } = new(context, state.Lead.Id, state.Entries);

    public ImmutableArray<LeadFlag> Flags { get; private set; } = LeadFlagRules.Kept(state.Lead.Flags, context.Now);

    public StatusRef At { get; private set; } = state.Lead.At;

    /// <summary>On which channels it put the lead on the list.</summary>
    public Channels Asked { get; private set; }

    /// <summary>On which channels it took the lead off the list.</summary>
    public Channels Removed { get; private set; }

    /// <summary>The user groups to be told, in order of their ids.</summary>
    public ImmutableArray<string> UserGroups =>
        [.. (_notifies ? _notified : (IEnumerable<string>)state.Lead.UserGroups.Order(StringComparer.Ordinal)).Where(InUse)];

    public void Run(Operation operation)
    {
        switch (operation)
        {
            case AddToDoNotContact add:
                Add(add);
                break;
            case RemoveFromDoNotContact remove:
                Remove(remove);
                break;
            case MoveToStatus move:
                Move(new(move.WorkflowId, move.StatusId));
                break;
            case NotifyUserGroups notify:
                _notifies = true;
                _notified.UnionWith(notify.All ? documents.UserGroups.Keys : notify.UserGroupIds);
                break;
            default:
                throw new InvalidOperationException($"An operation that nobody knows how to run: {operation.GetType().Name}.");
        }
    }

    /// <summary>The flag is set also where the lead has no contact point of a channel: one that comes later inherits it.</summary>
    void Add(AddToDoNotContact add)
    {
        DateTimeOffset? until = add.ExpiresAfterDays is { } days ? context.Now.AddDays(days) : null;
        var flag = new LeadFlag(
            context.Request.CommitId, add.Channels, add.ContactPoints, add.Reason, context.Now, context.Request.Actor, until);
        Flags = Flags.Add(flag);
        Asked |= add.Channels;
        foreach (var point in state.Lead.ContactPoints.Where(p => add.ContactPoints == ContactPointSelection.All || p.Primary).Select(p => p.Point))
        {
            var channels = add.Channels & point.Channels;
            if (channels != Channels.None) Entries.AddOfFlag(point, channels, flag);
        }
    }

    /// <summary>Takes back what executions did, on contact points that are no more the lead's too; what status, people or imports put there stays.</summary>
    void Remove(RemoveFromDoNotContact remove)
    {
        Flags = LeadFlagRules.Without(Flags, remove.Channels);
        Removed |= remove.Channels;
        foreach (var entry in Entries.Held.Where(e => e.Source == EntrySource.Action && (e.Channels & remove.Channels) != Channels.None).ToArray())
        {
            Entries.RevokeOn(remove.Channels, entry, "An action on the lead removed it from the Do Not Contact list.", evidence);
        }
    }

    /// <summary>To the status in which it stands already, a lead does not move: it keeps its entries and the time since when it stands there.</summary>
    void Move(StatusRef to)
    {
        if (to == At) return;
        StatusEntryRules.Move(Entries, state.Lead.ContactPoints, documents.FindStatus(At)!, documents.FindStatus(to)!);
        At = to;
    }

    bool InUse(string userGroupId) => documents.UserGroups.GetValueOrDefault(userGroupId) is { Archived: false };
}
