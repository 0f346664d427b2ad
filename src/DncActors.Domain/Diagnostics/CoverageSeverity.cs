namespace DncActors.Domain.Diagnostics;

/// <summary>How much a finding matters.</summary>
public enum CoverageSeverity : byte
{
    /// <summary>Worth a look; often meant so.</summary>
    Hint = 0,

    /// <summary>A wish for no contact is kept, but not as it should be: in another status, under another name, in the wrong figures.</summary>
    Warning = 1,

    /// <summary>A wish for no contact can get lost: there is no way to keep it, or the way does not work.</summary>
    Problem = 2,
}
