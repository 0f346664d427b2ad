namespace DncActors.Client.ContactChecks;

/// <summary>How many contact points a batch may have.</summary>
public static class BatchLimits
{
    /// <summary>100,000.</summary>
    public const int Maximum = 100_000;

    /// <summary>With <c>?detail=true</c>: 1,000.</summary>
    public const int MaximumWithDetail = 1_000;
}
