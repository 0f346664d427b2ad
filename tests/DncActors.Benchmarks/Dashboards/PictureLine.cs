namespace DncActors.Benchmarks.Dashboards;

/// <summary>A line of a panel: values at seconds since the run began.</summary>
sealed record PictureLine(string Name, IReadOnlyList<(double At, double Value)> Values)
{
    /// <summary>In pieces where Prometheus had nothing for a while.</summary>
    public IEnumerable<(double[] At, double[] Values)> Pieces()
    {
        const double Longest = 2.5;
        var from = 0;
        for (var i = 1; i <= Values.Count; i++)
        {
            if (i < Values.Count && Values[i].At - Values[i - 1].At <= Longest) continue;
            var piece = Values.Skip(from).Take(i - from).ToArray();
            yield return ([.. piece.Select(p => p.At)], [.. piece.Select(p => p.Value)]);
            from = i;
        }
    }
}
