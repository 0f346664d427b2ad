namespace DncActors.Contracts.Nodes;

/// <summary>What a node is to the others.</summary>
public enum NodeStatus : byte
{
    Active = 0,

    /// <summary>It starts and does not serve yet.</summary>
    Joining = 1,

    /// <summary>It was asked to stop.</summary>
    Stopping = 2,

    /// <summary>It should answer and did not, within a second.</summary>
    Silent = 3,
}
