using System.Collections.Immutable;
using System.Globalization;
using DncActors.Domain.Workflows;

namespace DncActors.Grains.Workflows;

/// <summary>
/// What a copy, or a template's application, keeps for repeats: for each target whether it replaced, and the versions that the targets' workflows had after
/// it. The
/// actions are found by these versions and the action's name.
/// </summary>
sealed record PlacementReply(string Name, ImmutableArray<bool> Replaced, ImmutableArray<long> Versions)
{
    const char Separator = '|';
    const int MaxLength = 4_000;

    /// <param name="placements">In the order of the targets.</param>
    /// <returns>Null where it would be too long: a repeat is then planned anew.</returns>
    public static string? Write(string name, ImmutableArray<ActionPlacement> placements)
    {
        var replaced = string.Concat(placements.Select(p => p.Replaced ? '1' : '0'));
        var versions = placements.DistinctBy(p => p.At.WorkflowId).Select(p => p.WorkflowVersion.ToString(CultureInfo.InvariantCulture));
        var reply = string.Join(Separator, replaced, string.Join(',', versions), name);
        return reply.Length <= MaxLength ? reply : null;
    }

    /// <summary>What was written; null where it was too long.</summary>
    public static PlacementReply? Read(string? reply) => reply?.Split(Separator, 3) is [var replaced, var versions, var name]
        ? new(name, [.. replaced.Select(c => c == '1')], [.. versions.Split(',').Select(v => long.Parse(v, CultureInfo.InvariantCulture))])
        : null;

    /// <summary>The placements again.</summary>
    /// <param name="find">The workflow as it was at a version.</param>
    public async Task<ImmutableArray<ActionPlacement>> RebuildAsync(ImmutableArray<StatusRef> targets, Func<string, long, ValueTask<Workflow?>> find)
    {
        var workflows = new Dictionary<string, (Workflow? Workflow, long Version)>(StringComparer.Ordinal);
        foreach (var (id, version) in targets.Select(t => t.WorkflowId).Distinct().Zip(Versions)) workflows[id] = (await find(id, version), version);
        return
        [
            .. targets.Zip(Replaced).Select(t => new ActionPlacement(
                t.First, ActionAt(workflows[t.First.WorkflowId].Workflow, t.First.StatusId), t.Second, workflows[t.First.WorkflowId].Version)),
        ];
    }

    string? ActionAt(Workflow? workflow, string statusId) =>
        workflow?.Find(statusId)?.Actions.FirstOrDefault(a => string.Equals(a.Name.Trim(), Name.Trim(), StringComparison.OrdinalIgnoreCase))?.Id;
}
