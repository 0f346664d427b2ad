namespace DncActors.ClusterTests.Alerts;

/// <summary>A fault for every alert.</summary>
public static class AlertFaults
{
    public static IReadOnlyList<AlertFault> All { get; } =
        [.. NodeFaults.All, .. LogFaults.All, .. BlockFaults.All, .. ChangeFaults.All, .. CallerFaults.All, .. MachineFaults.All];

    /// <summary>Those of the alerts that are named, or of all.</summary>
    public static IReadOnlyList<AlertFault> Of(string asked)
    {
        if (asked == "all") return All;
        var names = asked.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries);
        var unknown = names.Except(All.SelectMany(fault => fault.Alerts)).ToArray();
        Assert.True(unknown.Length == 0, $"No alert is called {string.Join(" or ", unknown)}.");
        return [.. All.Where(fault => fault.Alerts.Intersect(names).Any())];
    }
}
