using DncActors.Domain.ContactPoints;
using DncActors.Domain.Leads;
using DncActors.Domain.Outcomes;

namespace DncActors.Domain.Workflows;

/// <summary>Why an action of other statuses is not offered on a lead, and what to do about it.</summary>
static class NotOfferedHere
{
    /// <param name="here">Where the lead stands.</param>
    /// <param name="detail">Where the action stands.</param>
    /// <param name="mend">What to do, where anything need be done.</param>
    internal static Reason Of(Lead lead, Status here, WorkflowAction action, string detail, string mend) =>
        WhyNotNeeded(lead, here, action) is { } why
            ? new("action.not-offered-here", $"{detail} {why}", null)
            : new("action.not-offered-here", detail, mend);

    /// <summary>To copy an action that blocks to where the same is blocked for good would help nobody; null where it is not.</summary>
    static string? WhyNotNeeded(Lead lead, Status here, WorkflowAction action)
    {
        AddToDoNotContact[] blocks = [.. action.Operations.OfType<AddToDoNotContact>()];
        if (blocks.Length == 0) return null;
        // What only a status blocks is open again when the lead moves on. From a dead one it comes back only by an action made for that.
        if (here.SystemStatus == SystemStatus.Dead && Array.TrueForAll(blocks, block => here.RestrictsContact.HasFlag(block.Channels)))
        {
            return $"It is not needed: a lead in '{here.Name}' is not contacted on these channels.";
        }
        return Array.TrueForAll(blocks, block => FlaggedForGood(lead, block.ContactPoints).HasFlag(block.Channels))
            ? "It is not needed: the lead is on the Do Not Contact list for good."
            : null;
    }

    /// <summary>A flag on the primary contact points says nothing of the others.</summary>
    static Channels FlaggedForGood(Lead lead, ContactPointSelection points) => lead.Flags
        .Where(flag => flag.ExpiresAt is null && (flag.ContactPoints == ContactPointSelection.All || flag.ContactPoints == points))
        .Aggregate(Channels.None, (channels, flag) => channels | flag.Channels);
}
