using DncActors.Client.Cluster;
using DncActors.Contracts.Nodes;

namespace DncActors.Gateway.Cluster;

/// <summary>What nodes answered, each for itself or all together, as it is told.</summary>
static class AnsweredMapping
{
    /// <param name="nodes">Those that do not say count nothing.</param>
    internal static AnsweredModel ToModel(IEnumerable<AnsweredView?> nodes)
    {
        var total = default(Answered);
        var (unsure, blocked, allowed, invalid, executions) = (0d, 0d, 0d, 0d, 0d);
        foreach (var node in nodes.OfType<AnsweredView>())
        {
            total += node.Total;
            // Each over its own time: their clocks did not begin together.
            unsure += node.Lately.Checks.Unsure / node.Seconds;
            blocked += node.Lately.Checks.Blocked / node.Seconds;
            allowed += node.Lately.Checks.Allowed / node.Seconds;
            invalid += node.Lately.Checks.Invalid / node.Seconds;
            executions += node.Lately.Executions / node.Seconds;
        }
        return new AnsweredModel
        {
            Allowed = total.Checks.Allowed,
            Blocked = total.Checks.Blocked,
            Invalid = total.Checks.Invalid,
            Unsure = total.Checks.Unsure,
            Executions = total.Executions,
            PerSecond = new()
            {
                Allowed = Math.Round(allowed, 1),
                Blocked = Math.Round(blocked, 1),
                Invalid = Math.Round(invalid, 1),
                Unsure = Math.Round(unsure, 1),
                Executions = Math.Round(executions, 1),
            },
        };
    }
}
