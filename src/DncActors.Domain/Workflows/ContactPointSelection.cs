namespace DncActors.Domain.Workflows;

/// <summary>Which of a lead's contact points an operation takes. The numbers are stored.</summary>
public enum ContactPointSelection : byte
{
    All = 0,
    Primary = 1,
}
