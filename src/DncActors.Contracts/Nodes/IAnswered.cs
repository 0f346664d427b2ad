namespace DncActors.Contracts.Nodes;

/// <summary>A part of this process that answers, and counts what.</summary>
public interface IAnswered
{
    /// <summary>Since the process started.</summary>
    Answered Answered { get; }
}
