namespace DncActors.Contracts.Nodes;

/// <summary>May this node answer?</summary>
public interface INodeReadiness
{
    /// <summary>Null when it may; else a sentence that says what is missing: loading, no lease, stopping.</summary>
    string? WhyNot { get; }
}
