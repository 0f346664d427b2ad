namespace DncActors.Domain.Diagnostics;

/// <summary>What is asked about a lead.</summary>
public enum LeadQuestion : byte
{
    /// <summary>May it be contacted?</summary>
    Contact = 0,

    /// <summary>Is the action offered to that user?</summary>
    Shown = 1,

    /// <summary>In which figures does it show?</summary>
    Report = 2,
}
