namespace DncActors.Domain.Diagnostics;

/// <summary>What is asked about an action.</summary>
public enum ActionQuestion : byte
{
    /// <summary>Is it shown to that user, on leads that stand in its status; and where do they miss one like it?</summary>
    Shown = 0,

    /// <summary>Can it be copied there?</summary>
    Copied = 1,

    /// <summary>Can it run, and does it do what is expected of it?</summary>
    Run = 2,

    /// <summary>Do the user groups follow its workflow?</summary>
    UserGroups = 3,
}
