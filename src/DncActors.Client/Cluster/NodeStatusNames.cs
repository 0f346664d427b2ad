namespace DncActors.Client.Cluster;

/// <summary>What a node is to the others.</summary>
public static class NodeStatusNames
{
    public const string Active = "active";

    /// <summary>It starts and does not serve yet.</summary>
    public const string Joining = "joining";

    /// <summary>It was asked to stop.</summary>
    public const string Stopping = "stopping";

    /// <summary>It should answer and did not, within a second.</summary>
    public const string Silent = "silent";

    public static IReadOnlyList<string> All { get; } = [Active, Joining, Stopping, Silent];
}
